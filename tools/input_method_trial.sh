#!/usr/bin/env bash
# Types pinyin into the tree's filter under a real input method, on a screen of its own, and takes two pictures: what is
# composed, and what is committed. docs/typing-chinese.md tells what was seen.
#
#   tools/input_method_trial.sh ibus|fcitx5|none FOLDER [NAME=VALUE …]
#
# The values go into the program's environment, as a desktop would set them. Needs (Debian): xvfb openbox xdotool
# imagemagick dbus ibus ibus-libpinyin fcitx5 fcitx5-chinese-addons. Nothing is read from or written to the user's home.
set -euo pipefail

if [ "${1:-}" != "--inside" ]; then
    [ $# -ge 2 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2; }
    mkdir -p "$2"
    home=$(mktemp -d)
    trap 'kill "${screen:-}" 2>/dev/null || true; rm -rf "$home"' EXIT
    mkdir -m 700 -p "$home/.config/fcitx5" "$home/run"
    printf '%s\n' '[Groups/0]' 'Name=Default' 'Default Layout=us' 'DefaultIM=pinyin' '[Groups/0/Items/0]' 'Name=pinyin' \
        'Layout=' '[GroupOrder]' '0=Default' > "$home/.config/fcitx5/profile"
    Xvfb -displayfd 3 -screen 0 1366x768x24 3> "$home/screen" 2>/dev/null & screen=$!
    until [ -s "$home/screen" ]; do sleep 0.1; done
    env -i PATH="$PATH" HOME="$home" XDG_RUNTIME_DIR="$home/run" LC_ALL=C.UTF-8 DISPLAY=":$(cat "$home/screen")" \
        timeout 90 dbus-run-session -- bash "$0" --inside "$@" > "$2/log.txt" 2>&1
    exit
fi

shift
method=$1 folder=$(realpath "$2")
shift 2
cd "$(dirname "$0")/.."
openbox & sleep 1
case $method in
    ibus) ibus-daemon & sleep 4; ibus engine libpinyin || true ;;  # it answers with 1 though it does it
    fcitx5) fcitx5 > "$HOME/fcitx5.log" 2>&1 & sleep 4 ;;
esac
env "$@" .venv/bin/eitc-desktop & program=$!
for _ in $(seq 60); do
    window=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | tail -1) && [ -n "$window" ] && break
    sleep 0.25
done
sleep 2
xdotool windowactivate --sync "$window" key ctrl+1 sleep 0.5 key ctrl+f sleep 0.5
[ "$method" != fcitx5 ] || { fcitx5-remote -o; sleep 0.5; }
xdotool key --delay 200 x i n x i sleep 1
import -window root "$folder/composing.png"
xdotool key space sleep 1
import -window root "$folder/committed.png"
kill "$program"
case $method in ibus) ibus exit ;; fcitx5) fcitx5-remote -e ;; esac
