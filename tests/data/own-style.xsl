<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- A stylesheet of one's own: a line per article and verdict. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/r:report">
    <xsl:for-each select="r:article[@verdict]">
      <xsl:value-of select="concat(@num, ' ', @verdict, '&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
