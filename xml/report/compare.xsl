<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- Comparison of two instruments. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1" exclude-result-prefixes="r">

  <xsl:template match="r:report[@question='compare']" mode="contents">
    <xsl:if test="r:passage"><xsl:call-template name="to"><xsl:with-param name="id" select="'concordance'"/></xsl:call-template></xsl:if>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'map'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'differences'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'only-second'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'sources'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:report[@question='compare']" mode="body">
    <xsl:variable name="first" select="r:comparison[@side='first']"/>
    <xsl:variable name="second" select="r:comparison[@side='second']"/>
    <xsl:if test="r:passage">
      <section aria-labelledby="concordance">
        <xsl:call-template name="h2"><xsl:with-param name="id" select="'concordance'"/></xsl:call-template>
        <xsl:call-template name="concordance-table"/>
      </section>
    </xsl:if>
    <section aria-labelledby="map">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'map'"/></xsl:call-template>
      <ul>
        <li>
          <xsl:apply-templates select="r:subject" mode="title"/>
          <xsl:call-template name="without"><xsl:with-param name="side" select="$first"/></xsl:call-template>
        </li>
        <li>
          <xsl:apply-templates select="r:instrument" mode="title"/>
          <xsl:call-template name="without"><xsl:with-param name="side" select="$second"/></xsl:call-template>
        </li>
      </ul>
      <xsl:call-template name="compare-table"><xsl:with-param name="side" select="$first"/></xsl:call-template>
      <h3><xsl:value-of select="$w[@id='relations']"/></h3>
      <dl class="legend">
        <xsl:for-each select="$relations[. = $first/r:match/@*]">
          <dt><xsl:call-template name="badge"><xsl:with-param name="class" select="'r-'"/><xsl:with-param name="verdict" select="string(.)"/></xsl:call-template></dt>
          <dd><xsl:value-of select="$w[@id=concat('x-', current())]"/></dd>
        </xsl:for-each>
      </dl>
    </section>
    <section aria-labelledby="differences">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'differences'"/></xsl:call-template>
      <xsl:apply-templates select="$first[r:match and r:difference]"/>
      <xsl:if test="not($first[r:match and r:difference])"><p><xsl:value-of select="$w[@id='nothing-differs']"/></p></xsl:if>
    </section>
    <section aria-labelledby="only-second">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'only-second'"/></xsl:call-template>
      <xsl:variable name="only" select="$second[not(@unread)][not(r:match) or r:difference[@there='not-asked']]"/>
      <xsl:apply-templates select="$only" mode="only"/>
      <xsl:if test="not($only)"><p><xsl:value-of select="$w[@id='none-at-all']"/></p></xsl:if>
    </section>
  </xsl:template>

  <!-- ": 3 of 40 articles that demand anything have no counterpart." -->
  <xsl:template name="without">
    <xsl:param name="side"/>
    <xsl:value-of select="concat(': ', count($side[not(r:match or @unread)]), ' ', $w[@id='of'], ' ', count($side), ' ', $w[@id='without-counterpart'], '.')"/>
    <xsl:if test="$side/@unread"><xsl:value-of select="concat(' ', $w[@id='unread-count'], ' ', count($side[@unread]), '.')"/></xsl:if>
  </xsl:template>

  <xsl:template name="compare-table">
    <xsl:param name="side"/>
    <table class="stack">
      <caption><xsl:value-of select="$w[@id='compare-caption']"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:apply-templates select="r:subject" mode="title"/></th>
          <th scope="col"><xsl:apply-templates select="r:instrument" mode="title"/></th>
          <th scope="col"><xsl:value-of select="$w[@id='d-duty']"/></th>
          <th scope="col"><xsl:value-of select="$w[@id='d-option']"/></th>
          <th scope="col"><xsl:value-of select="$w[@id='d-reservation']"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$side">
          <xsl:if test="not(r:match)">
            <tr>
              <th scope="row"><xsl:call-template name="compared-name"/></th>
              <td colspan="4">
                <xsl:choose>
                  <xsl:when test="@unread"><xsl:value-of select="concat($w[@id='unread'], ' ', @unread, '.')"/></xsl:when>
                  <xsl:otherwise><span class="badge r-absent"><xsl:value-of select="$w[@id='no-counterpart']"/></span></xsl:otherwise>
                </xsl:choose>
              </td>
            </tr>
          </xsl:if>
          <xsl:for-each select="r:match">
            <tr>
              <th scope="row">
                <xsl:for-each select=".."><xsl:call-template name="compared-name"/></xsl:for-each>
              </th>
              <td>
                <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'counterpart'"/></xsl:call-template>
                <xsl:call-template name="article-heading"/>
              </td>
              <xsl:call-template name="relation-cell"><xsl:with-param name="relation" select="@relation"/><xsl:with-param name="word" select="'d-duty'"/></xsl:call-template>
              <xsl:call-template name="relation-cell"><xsl:with-param name="relation" select="@floor-by-option"/><xsl:with-param name="word" select="'d-option'"/></xsl:call-template>
              <xsl:call-template name="relation-cell"><xsl:with-param name="relation" select="@floor-by-reservation"/><xsl:with-param name="word" select="'d-reservation'"/></xsl:call-template>
            </tr>
          </xsl:for-each>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="concordance-table">
    <table class="stack">
      <caption><xsl:value-of select="$w[@id='concordance-caption']"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$w[@id='earlier']"/></th>
          <th scope="col"><xsl:value-of select="$w[@id='later']"/></th>
          <th scope="col"><xsl:value-of select="$w[@id='fate']"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="r:passage">
          <tr>
            <td>
              <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'earlier'"/></xsl:call-template>
              <xsl:for-each select="r:earlier"><xsl:call-template name="article-heading"/></xsl:for-each>
            </td>
            <td>
              <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'later'"/></xsl:call-template>
              <xsl:for-each select="r:later"><xsl:call-template name="article-heading"/></xsl:for-each>
            </td>
            <td>
              <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'fate'"/></xsl:call-template>
              <xsl:choose>
                <xsl:when test="@fate = 'moved' and @changed = 'no'"><xsl:value-of select="$w[@id='f-moved-same']"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="$w[@id=concat('f-', current()/@fate)]"/></xsl:otherwise>
              </xsl:choose>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="compared-name">
    <xsl:choose>
      <xsl:when test="r:match and r:difference"><a href="#first-{@id}"><xsl:call-template name="article-heading"/></a></xsl:when>
      <xsl:otherwise><xsl:call-template name="article-heading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="relation-cell">
    <xsl:param name="relation"/>
    <xsl:param name="word"/>
    <td>
      <xsl:call-template name="cell-label"><xsl:with-param name="word" select="$word"/></xsl:call-template>
      <xsl:call-template name="badge"><xsl:with-param name="class" select="'r-'"/><xsl:with-param name="verdict" select="string($relation)"/></xsl:call-template>
    </td>
  </xsl:template>

  <xsl:template match="r:comparison">
    <article aria-labelledby="{@side}-{@id}">
      <h3 id="{@side}-{@id}"><xsl:call-template name="article-heading"/></h3>
      <xsl:for-each select="r:match">
        <p>
          <span class="cited"><xsl:call-template name="article-heading"/></span>
          <xsl:value-of select="concat(': ', r:text)"/>
        </p>
      </xsl:for-each>
      <xsl:if test="r:difference">
        <ul><xsl:for-each select="r:difference"><li><xsl:value-of select="r:text"/></li></xsl:for-each></ul>
      </xsl:if>
      <p><a class="back" href="#map"><xsl:value-of select="$w[@id='to-top']"/></a></p>
    </article>
  </xsl:template>

  <!-- What was said of both above is not said again. -->
  <xsl:template match="r:comparison" mode="only">
    <h3><xsl:call-template name="article-heading"/></h3>
    <xsl:if test="not(r:match)">
      <p><span class="badge r-absent"><xsl:value-of select="$w[@id='no-counterpart']"/></span></p>
    </xsl:if>
    <xsl:if test="r:match">
      <ul><xsl:for-each select="r:difference[@there='not-asked']"><li><xsl:value-of select="r:text"/></li></xsl:for-each></ul>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
