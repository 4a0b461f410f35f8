# In the sample nothing is bumped.
