@echo off
rem Runs the tests and writes a JUnit report. Needs nothing but cmd.
setlocal enabledelayedexpansion
cd /d "%~dp0.."
if not exist out mkdir out
set cases=
set tests=0
set failures=0
call :check "a full lantern burns all night" "12 hours 0 minutes" 600
call :check "a little oil burns a little while" "0 hours 12 minutes" 10
call :check "no oil, no light" "0 hours 0 minutes" 0
call :check "an amount that is none is refused" "Say how much oil there is, in ml: lantern.bat 250" lots
(echo ^<testsuite name="lantern" tests="%tests%" failures="%failures%" errors="0" skipped="0"^>!cases!^</testsuite^>)> out\TEST-lantern.xml
echo %tests% tests, %failures% failed
if %failures% gtr 0 exit /b 1
exit /b 0

:check
set /a tests+=1
set seen=
for /f "delims=" %%s in ('call lantern.bat %3 2^>^&1') do set seen=%%s
if "!seen!"=="%~2" (
  echo ok      %~1
  set cases=!cases!^<testcase classname="lantern" name="%~1"/^>
) else (
  set /a failures+=1
  echo FAILED  %~1: expected '%~2', saw '!seen!'
  set cases=!cases!^<testcase classname="lantern" name="%~1"^>^<failure message="expected '%~2', saw '!seen!'"/^>^</testcase^>
)
exit /b 0
