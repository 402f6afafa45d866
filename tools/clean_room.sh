#!/bin/sh
# Prove the README's promise: in a bare Debian 12 with git, make and python3, a clone of HEAD passes `make test`.
#
#   tools/clean_room.sh [make target …]        default: test
#
# The bare system uses the package sources that apt and pip are configured with on this one; none is named here.
# KEEP=1 leaves the system where it was made. SUITE and MIRROR may be set.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
suite=${SUITE:-bookworm}
[ "$#" -gt 0 ] || set -- test

if [ "$(id -u)" -ne 0 ]; then
    echo "clean-room 需要 root 权限：sudo make clean-room" >&2
    exit 1
fi
if ! command -v debootstrap >/dev/null; then
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends debootstrap >/dev/null
fi
if [ -n "$(git status --porcelain --untracked-files=no)" ]; then
    echo "提示：有未提交的改动；检验的是 HEAD。" >&2
fi

# The archive this system's apt takes the suite from (the first that is neither updates nor security).
mirror=${MIRROR:-$(apt-get indextargets --format '$(CREATED_BY) $(CODENAME) $(SUITE) $(SITE) $(RELEASE)' 2>/dev/null |
    awk -v suite="$suite" '$1 == "Packages" && ($2 == suite || $5 == suite) && $0 !~ /-(updates|security|backports)/ { print $4; exit }')}
if [ -z "$mirror" ]; then
    echo "apt 没有配置 $suite 的软件源，请用 MIRROR=… 指定。" >&2
    exit 1
fi

room=$(mktemp -d "${TMPDIR:-/var/tmp}/eitc-clean-room.XXXXXX")
finish() {
    for place in dev/pts proc; do
        if mountpoint -q "$room/$place"; then umount "$room/$place" || true; fi
    done
    if [ -z "${KEEP:-}" ]; then rm -rf --one-file-system "$room"; else echo "保留：$room" >&2; fi
}
trap finish EXIT
trap 'exit 130' INT TERM

echo "== 建立最小系统（$suite，minbase，git make python3）"
debootstrap --variant=minbase --include=git,make,python3 "$suite" "$room" "$mirror" >"$room.log" 2>&1 || {
    tail -n 20 "$room.log" >&2
    rm -f "$room.log"
    exit 1
}
rm -f "$room.log"

# The clients' configuration: name resolution, apt's options, pip's files, variables and certificates.
copy() { # a path of this system, to the same place there
    for path in "$@"; do
        [ -e "$path" ] || continue
        mkdir -p "$room$(dirname "$path")"
        cp -RL "$path" "$room$(dirname "$path")/" 2>/dev/null || true
    done
}
copy /etc/resolv.conf /etc/hosts /etc/pip.conf
for options in /etc/apt/apt.conf /etc/apt/apt.conf.d/*proxy*; do copy "$options"; done
for file in "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf"; do copy "$file"; done
# Certificates go to a place of their own: installing ca-certificates there would write over the usual one.
certificates=${PIP_CERT:-$(python3 -m pip config get global.cert 2>/dev/null || true)}
if [ -n "$certificates" ]; then cp -L "$certificates" "$room/srv/certificates.pem"; fi
# As on any real system: everybody may enter the root folder, and there are terminals.
chmod 755 "$room"
mount -t proc proc "$room/proc" 2>/dev/null || echo "提示：不能挂载 /proc，照常继续。" >&2
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$room/dev/pts" 2>/dev/null || echo "提示：不能挂载 /dev/pts，照常继续。" >&2
ln -sf pts/ptmx "$room/dev/ptmx"

git clone --quiet --no-hardlinks "$root" "$room/srv/eitc-desktop"
set -- /usr/bin/make -C /srv/eitc-desktop "$@"
echo "== $*（$(git rev-parse --short HEAD)）"
started=$(date +%s)
kept=$(env | sed -n -E 's/^((PIP_[A-Z_]+|[a-z]+_proxy|[A-Z]+_PROXY)=.*)$/\1/p' | grep -v '^PIP_CERT=' || true)
if [ -n "$certificates" ]; then
    kept="$kept
PIP_CERT=/srv/certificates.pem"
fi
status=0
(
    # One variable a line; a value with a space stays whole.
    IFS='
'
    exec chroot "$room" /usr/bin/env -i HOME="$HOME" PATH=/usr/sbin:/usr/bin:/sbin:/bin $kept "$@" </dev/null
) || status=$?
echo "== 用时 $(($(date +%s) - started)) 秒，退出码 $status"
exit "$status"
