@echo off
rem Starts Plimsoll on a Java 25 or newer that it finds by itself: without arguments the desktop,
rem with arguments a command. PLIMSOLL_JAVA names the Java to use, as its home folder or its executable.
setlocal EnableExtensions DisableDelayedExpansion
set "needed=25"
for %%d in ("%~dp0..") do set "home=%%~fd"
set "java="

if defined PLIMSOLL_JAVA (
  call :try "%PLIMSOLL_JAVA%\bin\java.exe"
  call :try "%PLIMSOLL_JAVA%"
) else (
  call :try "%home%\runtime\bin\java.exe"
  if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
  for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%j"
  for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d\bin\java.exe"
)
if not defined java (
  echo Plimsoll needs Java %needed% or newer, and none was found. Install one, for example from 1>&2
  echo https://adoptium.net/temurin/releases/, or set PLIMSOLL_JAVA to the folder of the one to use, and start again. 1>&2
  exit /b 69
)

if "%~1"=="" goto desktop
if "%~1"=="--read-only" goto desktop
rem cmd takes --project=DIR for two words
if "%~1"=="--project" if "%~3"=="" goto desktop
"%java%" -Xshare:auto -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "%home%\lib\*" dev.plimsoll.Main %*
exit /b %ERRORLEVEL%

:desktop
"%java%" --module-path "%home%\lib\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED -cp "%home%\lib\*" dev.plimsoll.Main %*
exit /b %ERRORLEVEL%

rem Takes the java.exe at %1 where it is new enough and none was taken before.
:try
if defined java exit /b 0
if not exist "%~1" exit /b 0
if exist "%~1\" exit /b 0
set "found="
for /f "tokens=3" %%v in ('cmd /c ""%~1" -version 2>&1" ^| findstr /c:" version "') do set "found=%%~v"
for /f "delims=.-+" %%m in ("%found%") do if %%m GEQ %needed% set "java=%~1"
exit /b 0
