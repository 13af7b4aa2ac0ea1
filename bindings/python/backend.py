# SPDX-License-Identifier: LGPL-2.1-or-later
"""Builds the wheel with nothing but the standard library, so that no network is needed (PEP 517).

A wheel remembers the tree that it was built from, so that the package finds the library there.
"""
import base64
import hashlib
import os
import tarfile
import zipfile

NAME = "cybertreaty"
HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = ["pyproject.toml", "backend.py", "README.md"]


def _read(name):
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def _version():
    for line in _read("pyproject.toml").decode().splitlines():
        if line.startswith("version"):
            return line.split('"')[1]
    raise ValueError("pyproject.toml has no version")


def _metadata():
    return ("Metadata-Version: 2.1\nName: %s\nVersion: %s\n"
            "Summary: Cybercrime treaties and national laws, computable\n"
            "License: LGPL-2.1-or-later\nRequires-Python: >=3.9\n"
            "Description-Content-Type: text/markdown\n\n%s" % (
                NAME, _version(), _read("README.md").decode()))


def _modules():
    return ["%s/%s" % (NAME, name) for name in sorted(os.listdir(os.path.join(HERE, NAME)))
            if name.endswith((".py", ".typed"))]


def _record_line(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return "%s,sha256=%s,%d" % (name, digest, len(data))


def _write_wheel(folder, files):
    """A wheel of these files and what describes them; its name."""
    info = "%s-%s.dist-info" % (NAME, _version())
    files = dict(files)
    files[info + "/METADATA"] = _metadata().encode()
    files[info + "/WHEEL"] = (b"Wheel-Version: 1.0\nGenerator: cybertreaty\n"
                              b"Root-Is-Purelib: true\nTag: py3-none-any\n")
    record = [_record_line(name, data) for name, data in files.items()]
    files[info + "/RECORD"] = ("\n".join(record + [info + "/RECORD,,"]) + "\n").encode()
    wheel = "%s-%s-py3-none-any.whl" % (NAME, _version())
    with zipfile.ZipFile(os.path.join(folder, wheel), "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return wheel


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    files = {name: _read(name) for name in _modules()}
    files[NAME + "/tree.txt"] = HERE.encode()
    return _write_wheel(wheel_directory, files)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    """For `pip install -e`: a pointer to this folder (PEP 660)."""
    return _write_wheel(wheel_directory, {NAME + ".pth": (HERE + "\n").encode()})


def build_sdist(sdist_directory, config_settings=None):
    base = "%s-%s" % (NAME, _version())
    with tarfile.open(os.path.join(sdist_directory, base + ".tar.gz"), "w:gz") as out:
        for name in SOURCES + _modules():
            out.add(os.path.join(HERE, name), "%s/%s" % (base, name))
    return base + ".tar.gz"
