#!/bin/sh
# Prove that the packages run where they must: in a bare Debian 12 without Python, fonts or X libraries.
#
#   tools/package_room.sh eitc-desktop_VERSION_amd64.deb eitc-desktop-VERSION-linux-x86_64.tar.xz [folder for pictures]
#
# The .deb is installed with nothing beyond its Depends and started under Xvfb; then the folder from the .tar.xz runs for
# somebody without rights, from a path with Chinese characters and spaces, on a read-only medium, with a home that can't
# be written, in the locales C, C.UTF-8 and zh_CN.UTF-8 (which isn't installed). There is no D-Bus, no GPU, no network.
# The bare system uses the package sources that apt is configured with on this one; none is named here.
# Needs root, Xvfb, and the development environment for taking pictures. KEEP=1 leaves the system; SUITE and MIRROR may be set.
set -eu

say() { printf '%s\n' "== $*"; }
fail() {
    printf '%s\n' "失败：$*" >&2
    exit 1
}

[ "$#" -ge 2 ] || fail "用法：$0 软件包.deb 程序.tar.xz [截图文件夹]"
[ "$(id -u)" -eq 0 ] || fail "需要 root 权限：sudo $0 …"
deb=$(realpath -- "$1") archive=$(realpath -- "$2")
root=$(cd "$(dirname "$0")/.." && pwd)
pictures=$(realpath -m -- "${3:-$root/dist/package-room}")
python=${PYTHON:-$root/.venv/bin/python}
suite=${SUITE:-bookworm}
official=1234
for command in debootstrap Xvfb; do
    command -v "$command" >/dev/null && continue
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends debootstrap xvfb >/dev/null
done

# The archive this system's apt takes the suite from (the first that is neither updates nor security).
mirror=${MIRROR:-$(apt-get indextargets --format '$(CREATED_BY) $(CODENAME) $(SUITE) $(SITE) $(RELEASE)' 2>/dev/null |
    awk -v suite="$suite" '$1 == "Packages" && ($2 == suite || $5 == suite) && $0 !~ /-(updates|security|backports)/ { print $4; exit }')}
[ -n "$mirror" ] || fail "apt 没有配置 $suite 的软件源，请用 MIRROR=… 指定。"

room=$(mktemp -d "${TMPDIR:-/var/tmp}/eitc-package-room.XXXXXX")
screen='' program='' display=''
medium="$room/media/三定 光盘"
finish() {
    for started in $program $screen; do kill "$started" 2>/dev/null || true; done
    for place in "$medium" "$room/tmp/.X11-unix" "$room/proc"; do
        if mountpoint -q "$place"; then umount "$place" || umount -l "$place" || true; fi
    done
    if [ -z "${KEEP:-}" ]; then rm -rf --one-file-system "$room"; else printf '%s\n' "保留：$room" >&2; fi
}
trap finish EXIT
trap 'exit 130' INT TERM

# --- the bare system ---------------------------------------------------------------------------------------------

say "建立最小系统（$suite，minbase）"
debootstrap --variant=minbase "$suite" "$room" "$mirror" >"$room.log" 2>&1 || {
    tail -n 20 "$room.log" >&2
    rm -f "$room.log"
    exit 1
}
rm -f "$room.log"
copy() { # a path of this system, to the same place there
    for path in "$@"; do
        [ -e "$path" ] || continue
        mkdir -p "$room$(dirname "$path")"
        cp -RL "$path" "$room$(dirname "$path")/" 2>/dev/null || true
    done
}
copy /etc/resolv.conf /etc/hosts
for options in /etc/apt/apt.conf /etc/apt/apt.conf.d/*proxy*; do copy "$options"; done
chmod 755 "$room"
mount -t proc proc "$room/proc"
inside() { chroot "$room" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@" </dev/null; }
inside useradd --uid "$official" --create-home official
inside sh -c '! command -v python3' || fail "最小系统里已有 Python"

# --- the display: outside, its socket shared ---------------------------------------------------------------------

numbers=$(mktemp)
Xvfb -displayfd 3 -screen 0 1366x768x24 -ac -nolisten tcp 3>"$numbers" 2>/dev/null &
screen=$!
while [ ! -s "$numbers" ]; do
    kill -0 "$screen" 2>/dev/null || fail "Xvfb 没有启动"
    sleep 0.1
done
display=":$(cat "$numbers")"
rm -f "$numbers"
mkdir -p "$room/tmp/.X11-unix" "$pictures"
mount --bind /tmp/.X11-unix "$room/tmp/.X11-unix"

as_official() { # variables … command …: without network, by somebody without rights
    unshare --net chroot --userspec="$official:$official" "$room" /usr/bin/env -i PATH=/usr/bin:/bin "$@" </dev/null
}
picture() { # a name for what the display shows
    DISPLAY=$display QT_QPA_PLATFORM=xcb "$python" - "$pictures/$1.png" <<'END'
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(["picture"])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
END
}
show_window() { # a name for the picture, variables … command …
    name=$1
    shift
    unshare --net chroot --userspec="$official:$official" "$room" /usr/bin/env -i PATH=/usr/bin:/bin DISPLAY="$display" \
        EITC_MARK_FIRST_PAINT=1 "$@" </dev/null >"$room.out" 2>"$room.err" &
    program=$!
    waited=0
    until grep -q first-paint "$room.out"; do
        kill -0 "$program" 2>/dev/null || fail "$name：窗口没有打开：$(cat "$room.err")"
        waited=$((waited + 1))
        [ "$waited" -lt 600 ] || fail "$name：一分钟内窗口没有打开：$(cat "$room.err")"
        sleep 0.1
    done
    sleep 3 # what comes after the first picture
    kill -0 "$program" 2>/dev/null || fail "$name：窗口打开后程序结束了：$(cat "$room.err")"
    picture "$name"
    kill "$program"
    wait "$program" 2>/dev/null || true
    program=''
    say "$name：窗口已打开，截图在 $pictures/$name.png"
    sed 's/^/    /' "$room.err" >&2
    rm -f "$room.out" "$room.err"
}
check_verbs() { # a name, variables … command …: what it can do without a window, and the program's own check
    name=$1
    shift
    rm -rf "$room/tmp/out"
    mkdir -m 777 "$room/tmp/out"
    as_official "$@" --version
    as_official "$@" print chart --out "/tmp/out/机构图.pdf" >/dev/null
    [ "$(head -c 4 "$room/tmp/out/机构图.pdf")" = %PDF ] || fail "$name：没有印出机构图"
    cp "$room/tmp/out/机构图.pdf" "$pictures/$name.pdf"
    if as_official "$@" --help | grep -q self-check; then
        as_official DISPLAY="$display" "$@" self-check || fail "$name：自检没有通过"
        say "$name：自检通过"
    fi
}

# --- the .deb ----------------------------------------------------------------------------------------------------

cp "$deb" "$room/srv/eitc-desktop.deb"
inside apt-get -qq update
before=$(inside dpkg-query -W -f '${Package}\n' | sort)
say "安装 $(basename "$deb")，只带 Depends"
inside apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends /srv/eitc-desktop.deb >/dev/null
inside dpkg-query -W -f '${Package}\n' | sort >"$room.now"
printf '%s\n' "$before" | comm -13 - "$room.now" | tr '\n' ' '
printf '\n'
rm -f "$room.now"
inside sh -c '! command -v python3' || fail "软件包把 Python 带了进来"
missing=$(inside LD_LIBRARY_PATH=/opt/eitc-desktop/_internal find /opt/eitc-desktop -name '*.so*' -type f -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
[ -z "$missing" ] || say "插件缺少的系统库（Recommends、Suggests）：$(printf '%s' "$missing" | awk '{ print $1 }' | sort -u | tr '\n' ' ')"
check_verbs deb HOME=/home/official LANG=zh_CN.UTF-8 eitc-desktop
show_window deb HOME=/home/official LANG=zh_CN.UTF-8 eitc-desktop
inside apt-get -qq -y -o Dpkg::Use-Pty=0 purge eitc-desktop >/dev/null
# The lock of a window that was killed stays in /tmp, which the system clears.
left=$(inside find / -xdev -path /proc -prune -o -name '*eitc-desktop*' -print | grep -v -e '^/srv/' -e '^/home/' -e '^/tmp/' || true)
[ -z "$left" ] || fail "卸载后留下：$left"

# --- the folder --------------------------------------------------------------------------------------------------

say "从只读介质上的文件夹运行：${medium#"$room"}"
mkdir -p "$medium" "$room/srv/folder"
tar -C "$room/srv/folder" --no-same-owner -xJf "$archive"
mount --bind "$room/srv/folder" "$medium"
mount -o remount,ro,bind "$medium"
set -- "$room/srv/folder"/*/eitc-desktop
folder="${medium#"$room"}/$(basename "$(dirname "$1")")"
mkdir -p "$room/srv/no-home"
for locale in C C.UTF-8 zh_CN.UTF-8; do
    check_verbs "folder-$locale" HOME=/srv/no-home LC_ALL="$locale" "$folder/eitc-desktop"
    show_window "folder-$locale" HOME=/srv/no-home LC_ALL="$locale" "$folder/eitc-desktop"
done
[ -z "$(find "$room/srv/no-home" -mindepth 1)" ] || fail "写入了不该写的用户目录"
as_official HOME=/home/official "$folder/install-desktop-entry.sh"
grep -q "^Exec=\"$folder/eitc-desktop\" %f\$" "$room/home/official/.local/share/applications/eitc-desktop.desktop" ||
    fail "菜单项不对"
as_official HOME=/home/official "$folder/install-desktop-entry.sh" --remove
say "全部通过"
