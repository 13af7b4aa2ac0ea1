# SPDX-License-Identifier: LGPL-2.1-or-later
# The Python package is installed by pip, not by make.
EXTRA_DIST += \
	bindings/python/README.md \
	bindings/python/backend.py \
	bindings/python/cybertreaty/__init__.py \
	bindings/python/cybertreaty/_abi.py \
	bindings/python/cybertreaty/_call.py \
	bindings/python/cybertreaty/_held.py \
	bindings/python/cybertreaty/_lib.py \
	bindings/python/cybertreaty/_table.py \
	bindings/python/cybertreaty/answers.py \
	bindings/python/cybertreaty/corpus.py \
	bindings/python/cybertreaty/element.py \
	bindings/python/cybertreaty/errors.py \
	bindings/python/cybertreaty/findings.py \
	bindings/python/cybertreaty/instrument.py \
	bindings/python/cybertreaty/law.py \
	bindings/python/cybertreaty/loader.py \
	bindings/python/cybertreaty/pairs.py \
	bindings/python/cybertreaty/py.typed \
	bindings/python/cybertreaty/query.py \
	bindings/python/cybertreaty/state.py \
	bindings/python/cybertreaty/vocabulary.py \
	bindings/python/cybertreaty/words.py \
	bindings/python/pyproject.toml
