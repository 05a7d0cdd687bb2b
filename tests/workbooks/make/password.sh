#!/bin/sh
# Saves SOURCE as mat-khau.xls and mat-khau.ods in FOLDER with the password «matkhau»: sh password.sh SOURCE FOLDER
# soffice takes no password on its command line, so a macro of a profile of its own saves them.
set -eu
profile=$(mktemp -d)
soffice "-env:UserInstallation=file://$profile" --headless --convert-to csv --outdir "$profile" "$1" 
basic=$profile/user/basic/Standard
mkdir -p "$basic"
module='xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic"'
library='xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"'
cat >"$basic/../script.xlc" <<X
<?xml version="1.0" encoding="UTF-8"?><library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="\$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>
X
cat >"$basic/script.xlb" <<X
<?xml version="1.0" encoding="UTF-8"?><library:library $library><library:element library:name="Module1"/></library:library>
X
cat >"$basic/Module1.xba" <<X
<?xml version="1.0" encoding="UTF-8"?><script:module $module>
Sub SaveLocked(source, target, wanted)
  Dim none()
  Dim options(1) As New com.sun.star.beans.PropertyValue
  options(0).Name = &quot;FilterName&quot; : options(0).Value = wanted
  options(1).Name = &quot;Password&quot; : options(1).Value = &quot;matkhau&quot;
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), &quot;_blank&quot;, 0, none())
  book.storeToURL(ConvertToURL(target), options())
  book.close(True)
End Sub
</script:module>
X
lock() {
    soffice "-env:UserInstallation=file://$profile" --headless \
        "macro:///Standard.Module1.SaveLocked(\"$1\",\"$2\",\"$3\")" >/dev/null 2>&1
}
lock "$1" "$2/mat-khau.xls" "MS Excel 97"
lock "$1" "$2/mat-khau.ods" "calc8"
rm -r "$profile"
