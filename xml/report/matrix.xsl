<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- Matrix: States or laws by articles. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1" exclude-result-prefixes="r">

  <xsl:key name="column" match="r:holder/r:cell" use="@article"/>
  <xsl:key name="cell" match="r:holder/r:cell" use="concat(../@subject, '|', @article)"/>

  <xsl:template match="r:report[@question='matrix']" mode="contents">
    <xsl:call-template name="to"><xsl:with-param name="id" select="'map'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'key'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'counts'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'sources'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:report[@question='matrix']" mode="body">
    <!-- Articles on which anybody has a verdict. -->
    <xsl:variable name="columns" select="r:article[key('column', @id)]"/>
    <section class="wide" aria-labelledby="map">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'map'"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="$columns and r:holder">
          <xsl:call-template name="matrix-table"><xsl:with-param name="columns" select="$columns"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="$w[@id='no-matrix']"/></p></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="short-legend"/>
    </section>
    <section aria-labelledby="key">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'key'"/></xsl:call-template>
      <ul class="key">
        <xsl:for-each select="$columns">
          <li><xsl:call-template name="article-heading"/></li>
        </xsl:for-each>
      </ul>
    </section>
    <section aria-labelledby="counts">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'counts'"/></xsl:call-template>
      <xsl:call-template name="holder-counts"/>
    </section>
  </xsl:template>

  <xsl:template name="matrix-table">
    <xsl:param name="columns"/>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="map-table">
      <table class="grid">
        <caption id="map-table"><xsl:value-of select="$w[@id='matrix-caption']"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$w[@id='who']"/></th>
            <xsl:for-each select="$columns">
              <th scope="col">
                <xsl:value-of select="@num"/>
                <xsl:if test="not(@num)"><xsl:value-of select="@id"/></xsl:if>
                <xsl:if test="@num">
                  <span class="unseen"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="title"/></span>
                </xsl:if>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="r:holder">
            <xsl:variable name="subject" select="@subject"/>
            <tr>
              <th scope="row"><xsl:call-template name="holder-name"/></th>
              <xsl:for-each select="$columns">
                <xsl:variable name="verdict" select="string(key('cell', concat($subject, '|', @id))/@verdict)"/>
                <td class="v-{$verdict}"><xsl:value-of select="$w[@id=concat('s-', $verdict)]"/></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- The title, and the code by which it is asked for; of a law its State. -->
  <xsl:template name="holder-name">
    <xsl:variable name="document" select="key('law', @subject) | key('state', @subject)"/>
    <xsl:choose>
      <xsl:when test="$document"><xsl:apply-templates select="$document[1]" mode="title"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="r:title"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@kind = 'law'">
      <xsl:value-of select="concat(' (', key('law', @subject)/@jurisdiction, ')')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="short-legend">
    <xsl:variable name="cells" select="r:holder/r:cell"/>
    <h3><xsl:value-of select="$w[@id='legend']"/></h3>
    <dl class="legend">
      <xsl:for-each select="$verdicts[. = $cells/@verdict]">
        <dt>
          <span class="badge v-{.}"><xsl:value-of select="$w[@id=concat('s-', current())]"/></span>
        </dt>
        <dd><xsl:value-of select="concat($w[@id=concat('v-', current())], ': ', $w[@id=concat('e-', current())])"/></dd>
      </xsl:for-each>
      <dt><span class="badge v-"><xsl:value-of select="$w[@id='s-']"/></span></dt>
      <dd><xsl:value-of select="$w[@id='v-']"/></dd>
    </dl>
  </xsl:template>

  <xsl:template name="holder-counts">
    <div class="scroll" role="region" tabindex="0" aria-labelledby="counts-table">
      <table>
        <caption id="counts-table"><xsl:value-of select="$w[@id='matrix-counts']"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$w[@id='who']"/></th>
            <xsl:for-each select="$verdicts">
              <th scope="col" class="n"><xsl:value-of select="$w[@id=concat('v-', current())]"/></th>
            </xsl:for-each>
            <th scope="col" class="n"><xsl:value-of select="$w[@id='all']"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="r:holder">
            <xsl:variable name="cells" select="r:cell"/>
            <tr>
              <th scope="row"><xsl:call-template name="holder-name"/></th>
              <xsl:for-each select="$verdicts">
                <td class="n"><xsl:value-of select="count($cells[@verdict = current()])"/></td>
              </xsl:for-each>
              <td class="n"><xsl:value-of select="count($cells)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
