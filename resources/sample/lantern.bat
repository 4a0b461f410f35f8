@echo off
rem How long the lantern burns: 50 ml of oil an hour.
if "%~1"=="" goto usage
for /f "delims=0123456789" %%c in ("%~1") do goto usage
set /a minutes=%~1 * 60 / 50
set /a hours=minutes / 60
set /a rest=minutes %% 60
echo %hours% hours %rest% minutes
exit /b 0
:usage
echo Say how much oil there is, in ml: lantern.bat 250 1>&2
exit /b 2
