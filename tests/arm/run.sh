#!/usr/bin/env bash
# Runs tests/AlexNetGen.Tests on Arm's AdvSimd, emulated: on Debian for x64, with the .NET SDK and the package qemu-user.
# The C library and what else .NET asks for come from Debian's arm64 packages, unpacked under artifacts/arm; nothing is
# installed, and root is not needed. An argument chooses the tests whose names contain it: tests/arm/run.sh Kernels
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
place=$PWD/artifacts/arm
command -v qemu-aarch64 >/dev/null || { echo "tests/arm/run.sh needs qemu-aarch64: apt-get install qemu-user" >&2; exit 2; }

# Lists and downloads of its own, so that the machine's package lists stay without arm64.
foreign=(-qq -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o Dir::State="$place/lists" -o Dir::State::status=/dev/null
    -o Dir::Cache="$place/cache" -o APT::Sandbox::User= -o Debug::NoLocking=1)
if [[ ! -e $place/root/unpacked ]]; then
    mkdir -p "$place"/{lists/lists/partial,cache/archives/partial,root}
    apt-get "${foreign[@]}" update
    names=$(apt-cache "${foreign[@]}" search --names-only '^lib(icu|ssl)[0-9]+(t64)?$' | awk '{ print $1 }')
    # shellcheck disable=SC2086 # several names
    apt-get "${foreign[@]}" install -y --no-install-recommends --download-only libc6 libstdc++6 $names
    for package in "$place"/cache/archives/*.deb; do dpkg -x "$package" "$place/root"; done
    touch "$place/root/unpacked"
fi

dotnet publish -c Release -r linux-arm64 --self-contained -p:UseAppHost=true tests/AlexNetGen.Tests -o "$place/tests"

# QEMU keeps what it translated of code that is rewritten through a second mapping of its memory.
export DOTNET_EnableWriteXorExecute=0
qemu-aarch64 -L "$place/root" "$place/tests/AlexNetGen.Tests" "$@" | tee "$place/test.log"
grep -qx 'Arm64, AdvSimd' "$place/test.log" || { echo "AdvSimd was not computed with" >&2; exit 1; }
