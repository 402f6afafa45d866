#!/bin/sh
# Put the program that lies in this folder into the user's own menu, and let it open .eitcreview packages.
# Nothing is copied but the entry, its icons and the file type; no rights are needed. Run it again after moving the folder.
#
#   ./install-desktop-entry.sh             add, or renew
#   ./install-desktop-entry.sh --remove    take away again
set -eu

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "错误：$*" >&2
    exit 1
}

case ${1-} in
'') wish=add ;;
--remove) wish=remove ;;
-h | --help)
    say "用法：$0            在当前用户的菜单中加入三定规定阅读器，并关联 .eitcreview 审阅包"
    say "      $0 --remove   从菜单中去掉"
    exit 0
    ;;
*) fail "没有这个选项：$1。加入菜单请不带选项运行，取消请用 --remove" ;;
esac

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
program=$here/eitc-desktop
shared=$here/_internal/share
case ${XDG_DATA_HOME-} in
/*) data=$XDG_DATA_HOME ;;
*)
    [ -n "${HOME-}" ] || fail "不知道用户目录在哪里：请设置 HOME 后重试"
    data=$HOME/.local/share
    ;;
esac

renew() { # what desktops keep of these folders; what isn't there needs no renewing
    if [ -d "$data/applications" ] && command -v update-desktop-database >/dev/null; then
        update-desktop-database -q "$data/applications" || true
    fi
    if [ -d "$data/mime/packages" ] && command -v update-mime-database >/dev/null; then
        # of types that were there before, known to be harmless, it complains too
        update-mime-database "$data/mime" 2>/dev/null || true
    fi
    if [ -d "$data/icons/hicolor" ]; then
        touch -c "$data/icons/hicolor" 2>/dev/null || true
        if [ -f "$data/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
            gtk-update-icon-cache -q -f -t "$data/icons/hicolor" || true
        fi
    fi
}

if [ "$wish" = remove ]; then
    rm -f -- "$data/applications/eitc-desktop.desktop" "$data/mime/packages/eitc-desktop.xml" ||
        fail "无法删除 $data 中的菜单项，请检查权限"
    for icon in "$data"/icons/hicolor/*/apps/eitc-desktop.* "$data"/icons/hicolor/*/mimetypes/application-x-eitcreview+zip.*; do
        if [ -f "$icon" ]; then rm -f -- "$icon" || fail "无法删除 $icon，请检查权限"; fi
    done
    renew
    say "已从菜单中去掉三定规定阅读器。程序文件夹和录入的内容没有改动。"
    exit 0
fi

[ -x "$program" ] || fail "在 $here 里找不到程序 eitc-desktop。请把本脚本留在程序文件夹里运行"
[ -d "$shared" ] || fail "程序文件夹不完整：缺少 $shared，请重新解压"
case $program in
*'
'*) fail "程序文件夹的路径里有换行，无法写入菜单。请把文件夹改名后重试" ;;
esac
mkdir -p -- "$data/applications" "$data/mime/packages" "$data/icons" 2>/dev/null ||
    fail "无法写入 $data：请检查该文件夹的权限和磁盘空间"

# As the Desktop Entry Specification has it: a quoted argument, then backslashes once more, as in every string.
escaped=$(printf '%s' "$program" | sed 's/\\/\\\\/g')
quoted=$(printf '%s' "$program" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
new=$data/applications/.eitc-desktop.$$
trap 'rm -f -- "$new"' EXIT
while IFS= read -r line; do
    case $line in
    Exec=*) printf 'Exec="%s" %%f\n' "$quoted" ;;
    TryExec=*) printf 'TryExec=%s\n' "$escaped" ;;
    *) printf '%s\n' "$line" ;;
    esac
done <"$shared/applications/eitc-desktop.desktop" 2>/dev/null >"$new" ||
    fail "无法写入 $data/applications：请检查该文件夹的权限和磁盘空间"
mv -f -- "$new" "$data/applications/eitc-desktop.desktop"
{ cp -f -- "$shared/mime/packages/eitc-desktop.xml" "$data/mime/packages/" && cp -Rf -- "$shared/icons/hicolor" "$data/icons/"; } ||
    fail "无法写入 $data：请检查该文件夹的权限和磁盘空间"
chmod -R u+w -- "$data/icons/hicolor" "$data/mime/packages/eitc-desktop.xml" # from a read-only medium they come without
renew
say "已在菜单中加入三定规定阅读器；双击 .eitcreview 审阅包也会用它打开。"
say "移动或改名程序文件夹后请再运行一次；取消请运行 install-desktop-entry.sh --remove。"
command -v update-mime-database >/dev/null || say "提示：本机没有 update-mime-database，审阅包的双击打开可能不生效。" >&2
