#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# What -o names appears whole or not at all: a failure leaves the old file as it was, nothing beside it,
# and says which file and why. For each way in which the command writes: its own answers, several files
# of a folder, and a snapshot, which the library writes.
set -u

: "${CYT_SRCDIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}" "${CYT_BUILDDIR:=$CYT_SRCDIR}"
program=${CYBERTREATY:-$CYT_BUILDDIR/cybertreaty}
. "$CYT_SRCDIR/tests/tap.sh"
mounted=
tidy() {
	[ -z "$mounted" ] || umount "$mounted"
	rm -rf "$work"
}
trap tidy EXIT
mkdir "$work/in" "$work/log"
cp -R "$CYT_SRCDIR/tests/data/mini" "$work/mini"
chmod -R a+rX "$work"
cd "$work/in" || exit 1
err=$work/log/err
shown=$err

skip() {
	number=$((number + 1))
	echo "ok $number # SKIP $1"
}

# The answer to a file, in one of the ways.
write_as() {
	case $1 in
	answer) "$program" --corpus "$work/mini" list articles --format json -o "$2" ;;
	report) "$program" --corpus "$work/mini" report XN --against harbour-2020 \
		--as-at 2026-11-21 --format xml -o "$2" ;;
	export) "$program" --corpus "$work/mini" export --csv harbour-2020 -o "$2" ;;
	snapshot) "$program" compile "$work/mini" -q -o "$2" ;;
	esac
}
ways="answer report export snapshot"
for way in $ways; do
	write_as $way "$work/$way.right" 2>"$err" && [ -s "$work/$way.right" ]
	result $? "$way: a new file"
	[ "$(ls -A | grep -c '^\.')" -eq 0 ]
	result $? "$way: nothing beside it"
done

# way, file, reason: it fails for this reason and names the file as it was given; what was in the
# folder before is there, and nothing else.
refused() {
	folder=$(dirname "$2")
	(cd "$folder" && for file in * .[!.]*; do
		[ ! -f "$file" ] || cksum "$file"; done) >"$work/log/before" 2>/dev/null
	write_as "$1" "$2" 2>"$err"
	[ $? -eq 2 ] && grep -qF "cannot write '$2': $3" "$err"
	result $? "$1 to $4: refused, with the reason"
	(cd "$folder" && for file in * .[!.]*; do
		[ ! -f "$file" ] || cksum "$file"; done) >"$work/log/after" 2>/dev/null
	cmp -s "$work/log/before" "$work/log/after"
	result $? "$1 to $4: all is as before"
}

# A limit on the size of files, which holds for root as well. The old file is longer than the limit.
mkdir limit
i=0
while [ $i -lt 200 ]; do
	echo "the old text of a file that is there already"
	i=$((i + 1))
done >old
for way in $ways; do
	[ "$(wc -c <"$work/$way.right")" -gt 1024 ]
	result $? "$way is longer than the limit"
	cp old limit/old
	(
		ulimit -f 1
		write_as $way limit/old
	) 2>"$err"
	[ $? -eq 2 ] && grep -qF "cannot write 'limit/old': File too large" "$err"
	result $? "$way beyond a limit: refused, with the reason"
	cmp -s old limit/old && [ "$(ls -A limit)" = old ]
	result $? "$way beyond a limit: the old file is whole, nothing is beside it"
	rm limit/old
	(
		ulimit -f 1
		write_as $way limit/new
	) 2>"$err"
	[ $? -eq 2 ] && [ -z "$(ls -A limit)" ]
	result $? "$way beyond a limit: no new file"
done

# Of a folder all files or none: the second is too long.
mkdir set
(cd set && "$program" --corpus "$work/mini" export --xml XN -o . >/dev/null 2>&1)
[ "$(ls set | wc -l)" -gt 1 ]
result $? "a folder takes several documents"
for file in set/*; do echo old >"$file"; done
cat set/* >"$work/log/before"
(
	ulimit -f 1
	"$program" --corpus "$work/mini" export --xml XN -o set
) 2>"$err"
[ $? -eq 2 ] && grep -q "cannot write 'set/.*\.xml': File too large" "$err"
result $? "a folder beyond a limit: refused, with the reason"
cat set/* | cmp -s "$work/log/before" - && [ -z "$(ls -A set | grep '^\.')" ]
result $? "a folder beyond a limit: all old files are whole"
(
	ulimit -f 1
	"$program" --corpus "$work/mini" export --xml XN -o fresh/
) 2>"$err"
[ $? -eq 2 ] && grep -q "cannot write 'fresh/.*\.xml': File too large" "$err" && [ ! -e fresh ]
result $? "a new folder beyond a limit: refused, with the reason, and there is none"

# A device that is full.
if [ -c /dev/full ]; then
	for way in $ways; do
		write_as $way /dev/full 2>"$err"
		[ $? -eq 2 ] && grep -qF "cannot write '/dev/full': No space left on device" "$err"
		result $? "$way to a full device: refused, with the reason"
		[ -c /dev/full ]
		result $? "$way to a full device: it is still one"
	done
else
	skip "no /dev/full"
fi

# A file system that is full.
mkdir disk
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=16k,mode=777 none disk 2>/dev/null; then
	mounted=$work/in/disk
	echo "the old text" >disk/old
	head -c 100000 /dev/zero >disk/ballast 2>/dev/null
	for way in $ways; do
		refused $way disk/old "No space left on device" "a full disk"
		refused $way disk/new "No space left on device" "a full disk as a new file"
	done
	if mount -o remount,ro disk; then
		for way in $ways; do
			refused $way disk/old "Read-only file system" "a disk for reading"
		done
	else
		skip "no disk can be made one for reading"
	fi
	umount disk && mounted=
else
	skip "no file system can be mounted"
fi

# Folders that cannot be written to, whoever asks.
echo text >file
mkdir folder
ln -s loop loop
for way in $ways; do
	refused $way file/x "Not a directory" "a file as a folder"
	refused $way none/x "No such file or directory" "a folder that is not there"
	refused $way loop "Too many levels of symbolic links" "a link to itself"
done
# The command takes a folder for a place of several documents only where it writes some.
for way in answer report snapshot; do
	refused $way folder "Is a directory" "a folder"
done

# And those that are somebody else's, or protected.
as_nobody() {
	setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}
mkdir closed open
echo old >closed/old
echo old >open/protected
chmod 755 "$work" "$work/in" closed
chmod 777 open
chmod 444 open/protected
if [ "$(id -u)" -ne 0 ]; then
	chmod 555 closed
	real=$program
elif as_nobody "$program" --corpus "$work/mini" list laws >/dev/null 2>&1; then
	real=$program
	printf '#!/bin/sh\nexec setpriv --reuid=65534 --regid=65534 --clear-groups "%s" "$@"\n' \
		"$real" >"$work/nobody"
	chmod 755 "$work/nobody"
	program=$work/nobody
else
	real=
fi
if [ -n "$real" ]; then
	for way in $ways; do
		refused $way closed/old "Permission denied" "a file in a closed folder"
		refused $way closed/new "Permission denied" "a closed folder"
		refused $way open/protected "Permission denied" "a protected file"
		[ -f open/protected ] && [ -f closed/old ] && [ ! -e closed/new ]
		result $? "$way: what was closed stays"
	done
	program=$real
	chmod 755 closed
else
	skip "nobody else can be asked to write"
fi

# Modes, links, and what is no file.
mode() {
	stat -c %a "$1"
}
name=$(printf '%0250d' 7)
for way in $ways; do
	echo old >kept
	chmod 640 kept
	write_as $way kept 2>"$err" && cmp -s "$work/$way.right" kept && [ "$(mode kept)" = 640 ]
	result $? "$way: an old file keeps its mode"
	(umask 027 && rm kept && write_as $way kept) 2>"$err" && [ "$(mode kept)" = 640 ]
	result $? "$way: a new file has that of the umask"
	mkdir -p here there
	echo old >there/target
	ln -sf ../there/target here/link
	ln -sf here/link link
	write_as $way link 2>"$err" && [ -L link ] && [ -L here/link ] &&
		[ ! -L there/target ] && cmp -s "$work/$way.right" there/target
	result $? "$way: a link stays, what it leads to is replaced"
	[ "$(ls -A there)" = target ] && [ "$(ls -A here)" = link ]
	result $? "$way: nothing is beside either"
	rm there/target
	write_as $way link 2>"$err" && [ -L link ] && cmp -s "$work/$way.right" there/target
	result $? "$way: a link to nothing makes what it leads to"
	write_as $way "$name" 2>"$err" && cmp -s "$work/$way.right" "$name"
	result $? "$way: a name as long as names get"
	rm -f "$name"
	write_as $way /dev/stdout 2>"$err" | cmp -s "$work/$way.right" -
	result $? "$way: to standard output, a pipe"
	write_as $way /dev/stdout >out 2>"$err" && cmp -s "$work/$way.right" out
	result $? "$way: to standard output, a file"
	ls -i out >"$work/log/inode"
	write_as $way /dev/fd/3 3>out 2>"$err" && cmp -s "$work/$way.right" out && ls -i out | cmp -s "$work/log/inode" -
	result $? "$way: to a descriptor, whose file stays itself"
	rm -f pipe
	mkfifo pipe
	cat pipe >out &
	reader=$!
	write_as $way pipe 2>"$err" && [ -p pipe ] || kill $reader
	wait $reader && cmp -s "$work/$way.right" out
	result $? "$way: to a named pipe"
	write_as $way /dev/null 2>"$err" && [ -c /dev/null ]
	result $? "$way: to nowhere"
done

# A file of the user's that is called as a draft might be is not one.
mkdir names
echo mine >names/answer.tmp
write_as answer names/answer 2>"$err" && [ "$(cat names/answer.tmp)" = mine ]
result $? "no other file is touched"

finish
