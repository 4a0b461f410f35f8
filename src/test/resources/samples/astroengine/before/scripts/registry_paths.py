# In the sample a shell reads this: every path that the modules declare.
sed -n 's/^CHANNEL = "\(.*\)"$/\1/p' astroengine/modules/*.py
