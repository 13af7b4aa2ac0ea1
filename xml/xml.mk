# SPDX-License-Identifier: LGPL-2.1-or-later
# The corpus that is installed, with its schema.
nobase_dist_cytdata_DATA += \
	xml/instruments/coe-ets185.xml \
	xml/instruments/un-cybercrime-2024.xml \
	xml/laws/mx/mx-cnpp.xml \
	xml/laws/mx/mx-cpf.xml \
	xml/laws/mx/mx-extorsion.xml \
	xml/laws/mx/mx-lgamvlv.xml \
	xml/laws/mx/mx-lgtoc.xml \
	xml/laws/mx/mx-lic.xml \
	xml/laws/mx/mx-lmtr.xml \
	xml/laws/mx/mx-lritf.xml \
	xml/laws/mx/mx-trata.xml \
	xml/schema/catalog \
	xml/schema/cybertreaty.xsd \
	xml/schema/json/beyond.schema.json \
	xml/schema/json/coverage.schema.json \
	xml/schema/json/gaps.schema.json \
	xml/schema/json/lint.schema.json \
	xml/schema/json/list.schema.json \
	xml/schema/json/show.schema.json \
	xml/schema/xml.xsd \
	xml/states/MX.xml \
	xml/vocabulary/core.xml \
	xml/vocabulary/procedure.xml
