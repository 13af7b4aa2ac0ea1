<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- A page of HTML from the report format (../schema/report.xsd): one file that loads nothing.

     cybertreaty does this by itself; xsltproc report.xsl FILE.xml does the same. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="r exsl">
  <xsl:include href="words.xsl"/>
  <xsl:include href="style.xsl"/>
  <xsl:include href="parts.xsl"/>
  <xsl:include href="coverage.xsl"/>
  <xsl:include href="matrix.xsl"/>
  <xsl:include href="compare.xsl"/>
  <xsl:include href="dual.xsl"/>
  <xsl:include href="safeguards.xsl"/>
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:variable name="question" select="string(/r:report/@question)"/>

  <xsl:template match="/r:report">
    <html lang="{$lang}">
      <head>
        <title><xsl:call-template name="page-title"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <xsl:call-template name="style"/>
      </head>
      <body class="{$question}">
        <a class="skip" href="#content"><xsl:value-of select="$w[@id='skip']"/></a>
        <header class="top page">
          <p class="kind"><xsl:value-of select="$w[@id=concat('q-', $question)]"/></p>
          <h1><xsl:call-template name="heading"/></h1>
          <xsl:call-template name="lede"/>
          <xsl:call-template name="terms"/>
          <nav class="contents" aria-label="{$w[@id='contents']}">
            <ul><xsl:apply-templates select="." mode="contents"/></ul>
          </nav>
        </header>
        <main id="content" class="page">
          <xsl:apply-templates select="." mode="body"/>
          <xsl:call-template name="sources"/>
        </main>
        <footer class="page">
          <p class="quiet">
            <xsl:value-of select="concat($w[@id='software'], ' libcybertreaty ', @version, '.')"/>
          </p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- What it is about: the first line of the page. -->
  <xsl:template name="heading">
    <xsl:choose>
      <xsl:when test="r:party">
        <xsl:value-of select="concat(r:party[1]/r:title, ' ', $w[@id='and'], ' ', r:party[2]/r:title)"/>
      </xsl:when>
      <xsl:when test="@asked and key('state', r:subject/@id)">
        <xsl:apply-templates select="key('state', r:subject/@id)" mode="title"/>
      </xsl:when>
      <xsl:when test="r:subject"><xsl:apply-templates select="r:subject" mode="title"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="r:instrument" mode="title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="page-title">
    <xsl:variable name="heading"><xsl:call-template name="heading"/></xsl:variable>
    <xsl:value-of select="concat($w[@id=concat('q-', $question)], ': ', $heading)"/>
    <xsl:if test="(r:subject or r:party) and r:instrument">
      <xsl:text>, </xsl:text>
      <xsl:apply-templates select="r:instrument" mode="plain-title"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="lede">
    <xsl:if test="(r:subject or r:party) and r:instrument">
      <p class="lede">
        <xsl:choose>
          <xsl:when test="$question = 'compare'"><xsl:value-of select="$w[@id='compared']"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$w[@id='measured']"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="r:instrument" mode="title"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- With these a memo can be made again. -->
  <xsl:template name="terms">
    <dl class="terms">
      <dt><xsl:value-of select="$w[@id='as-at']"/></dt>
      <dd><xsl:value-of select="@as-at"/></dd>
      <dt><xsl:value-of select="$w[@id='corpus']"/></dt>
      <dd>
        <xsl:value-of select="r:data/@date"/>
        <xsl:if test="not(r:data/@date)"><xsl:value-of select="$w[@id='no-date']"/></xsl:if>
      </dd>
      <dt><xsl:value-of select="$w[@id='digest']"/></dt>
      <dd><xsl:value-of select="r:data/@digest"/></dd>
      <xsl:if test="r:with/@law">
        <dt><xsl:value-of select="$w[@id='with']"/></dt>
        <xsl:for-each select="r:with[@law]">
          <dd><xsl:apply-templates select="key('law', @law)" mode="title"/></dd>
        </xsl:for-each>
      </xsl:if>
      <xsl:if test="r:with/@action">
        <dt><xsl:value-of select="$w[@id='with-action']"/></dt>
        <xsl:for-each select="r:with/@action"><dd><xsl:value-of select="."/></dd></xsl:for-each>
      </xsl:if>
      <xsl:if test="@basis = 'text' or @basis = 'secondary'">
        <dt><xsl:value-of select="$w[@id='sources-used']"/></dt>
        <dd><xsl:value-of select="$w[@id=concat('only-', current()/@basis)]"/></dd>
      </xsl:if>
    </dl>
    <xsl:if test="@asked">
      <p class="notice"><xsl:value-of select="concat($w[@id='names-in'], @asked, $w[@id='else-in'])"/></p>
    </xsl:if>
    <p class="notice"><xsl:value-of select="$w[@id='disclaimer']"/></p>
  </xsl:template>

  <!-- A section as a line of the contents; `id` is that of its heading, and of its words. -->
  <xsl:template name="to">
    <xsl:param name="id"/>
    <xsl:param name="word" select="$id"/>
    <li><a href="#{$id}"><xsl:value-of select="$w[@id=$word]"/></a></li>
  </xsl:template>

  <xsl:template name="h2">
    <xsl:param name="id"/>
    <xsl:param name="word" select="$id"/>
    <h2 id="{$id}"><xsl:value-of select="$w[@id=$word]"/></h2>
  </xsl:template>
</xsl:stylesheet>
