# SPDX-License-Identifier: LGPL-2.1-or-later
"""Builds the wheel with nothing but the standard library, so that no network is needed (PEP 517)."""
import base64
import hashlib
import os
import tarfile
import zipfile

NAME = "cybertreaty"
HERE = os.path.dirname(os.path.abspath(__file__))


def _version():
    with open(os.path.join(HERE, "pyproject.toml"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("version"):
                return line.split('"')[1]
    raise ValueError("pyproject.toml has no version")


def _metadata():
    return ("Metadata-Version: 2.1\nName: %s\nVersion: %s\n"
            "Summary: Cybercrime treaties and national laws, computable\n"
            "License: LGPL-2.1-or-later\nRequires-Python: >=3.9\n" % (NAME, _version()))


def _modules():
    folder = os.path.join(HERE, NAME)
    return ["%s/%s" % (NAME, name) for name in sorted(os.listdir(folder)) if name.endswith(".py")]


def _record_line(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return "%s,sha256=%s,%d" % (name, digest, len(data))


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    info = "%s-%s.dist-info" % (NAME, _version())
    files = {}
    for name in _modules():
        with open(os.path.join(HERE, name), "rb") as file:
            files[name] = file.read()
    files[info + "/METADATA"] = _metadata().encode()
    files[info + "/WHEEL"] = (b"Wheel-Version: 1.0\nGenerator: cybertreaty\n"
                              b"Root-Is-Purelib: true\nTag: py3-none-any\n")
    record = [_record_line(name, data) for name, data in files.items()]
    record.append(info + "/RECORD,,")
    files[info + "/RECORD"] = ("\n".join(record) + "\n").encode()
    wheel = "%s-%s-py3-none-any.whl" % (NAME, _version())
    with zipfile.ZipFile(os.path.join(wheel_directory, wheel), "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return wheel


def build_sdist(sdist_directory, config_settings=None):
    base = "%s-%s" % (NAME, _version())
    with tarfile.open(os.path.join(sdist_directory, base + ".tar.gz"), "w:gz") as out:
        for name in ["pyproject.toml", "backend.py"] + _modules():
            out.add(os.path.join(HERE, name), "%s/%s" % (base, name))
    return base + ".tar.gz"
