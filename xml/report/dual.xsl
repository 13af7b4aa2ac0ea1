<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- Dual criminality, of facts or over the demands of an instrument. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1" exclude-result-prefixes="r">

  <xsl:key name="dual-of" match="r:dual" use="@article"/>
  <xsl:key name="party" match="r:party" use="@id"/>
  <!-- Matters of one article that differ in nothing but the matter are told together. -->
  <xsl:key name="alike-dual" match="r:dual" use="concat(@article, '|', @verdict, '|', @basis, '|', @consulted, '|', r:side[1]/r:text, '|', r:side[2]/r:text)"/>
  <xsl:key name="side-used" match="r:dual[not(@extends)]/r:side/r:supplied-by | r:dual[not(@extends)]/r:side/r:conditional" use="concat(../../@article, '|', ../@party, '|', @law, '/', @provision)"/>
  <xsl:key name="side-used-for" match="r:dual[not(@extends)]/r:side/r:supplied-by | r:dual[not(@extends)]/r:side/r:conditional" use="concat(../../@article, '|', ../@party, '|', @law, '/', @provision, '|', ../../@cited)"/>

  <xsl:template match="r:report[@question='dual']" mode="contents">
    <xsl:choose>
      <xsl:when test="r:facts"><xsl:call-template name="to"><xsl:with-param name="id" select="'answer'"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="to"><xsl:with-param name="id" select="'map'"/><xsl:with-param name="word" select="'dual-map'"/></xsl:call-template>
        <xsl:call-template name="to"><xsl:with-param name="id" select="'articles'"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'sources'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:report[@question='dual']" mode="body">
    <xsl:if test="r:facts">
      <section aria-labelledby="answer">
        <xsl:call-template name="h2"><xsl:with-param name="id" select="'answer'"/></xsl:call-template>
        <h3><xsl:value-of select="$w[@id='facts']"/></h3>
        <p><code><xsl:value-of select="r:facts"/></code></p>
        <xsl:apply-templates select="r:dual"/>
        <xsl:call-template name="side-tables"><xsl:with-param name="duals" select="r:dual"/></xsl:call-template>
      </section>
    </xsl:if>
    <xsl:if test="not(r:facts)">
      <xsl:call-template name="dual-map"/>
      <section aria-labelledby="articles">
        <xsl:call-template name="h2"><xsl:with-param name="id" select="'articles'"/></xsl:call-template>
        <xsl:apply-templates select="r:article" mode="dual"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Per article how many of its matters got which answer, and all of them last. -->
  <xsl:template name="dual-map">
    <xsl:variable name="duals" select="r:dual"/>
    <section aria-labelledby="map">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'map'"/><xsl:with-param name="word" select="'dual-map'"/></xsl:call-template>
      <p><xsl:value-of select="$w[@id='dual-lede']"/></p>
      <div class="scroll" role="region" tabindex="0" aria-labelledby="map-table">
        <table>
          <caption id="map-table"><xsl:value-of select="$w[@id='dual-counts']"/></caption>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="$w[@id='article']"/></th>
              <xsl:for-each select="$dualities">
                <th scope="col" class="n"><xsl:value-of select="$w[@id=concat('t-', current())]"/></th>
              </xsl:for-each>
              <th scope="col" class="n"><xsl:value-of select="$w[@id='all']"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="r:article">
              <tr>
                <th scope="row"><a href="#{@id}"><xsl:call-template name="article-heading"/></a></th>
                <xsl:call-template name="dual-cells"><xsl:with-param name="duals" select="key('dual-of', @id)"/></xsl:call-template>
              </tr>
            </xsl:for-each>
            <tr>
              <th scope="row"><xsl:value-of select="$w[@id='matters']"/></th>
              <xsl:call-template name="dual-cells"><xsl:with-param name="duals" select="$duals"/></xsl:call-template>
            </tr>
          </tbody>
        </table>
      </div>
      <h3><xsl:value-of select="$w[@id='legend-dual']"/></h3>
      <dl class="legend">
        <xsl:for-each select="$dualities[. = $duals/@verdict]">
          <dt><xsl:call-template name="badge"><xsl:with-param name="class" select="'t-'"/><xsl:with-param name="verdict" select="string(.)"/></xsl:call-template></dt>
          <dd><xsl:value-of select="$w[@id=concat('u-', current())]"/></dd>
        </xsl:for-each>
      </dl>
      <p class="quiet"><xsl:value-of select="$w[@id='e-basis']"/></p>
    </section>
  </xsl:template>

  <xsl:template name="dual-cells">
    <xsl:param name="duals"/>
    <xsl:for-each select="$dualities">
      <xsl:variable name="count" select="count($duals[@verdict = current()])"/>
      <td class="n">
        <xsl:if test="$count &gt; 0"><xsl:attribute name="class"><xsl:value-of select="concat('n t-', .)"/></xsl:attribute></xsl:if>
        <xsl:value-of select="$count"/>
      </td>
    </xsl:for-each>
    <td class="n"><xsl:value-of select="count($duals)"/></td>
  </xsl:template>

  <xsl:template match="r:article" mode="dual">
    <article aria-labelledby="{@id}">
      <h3 id="{@id}"><xsl:call-template name="article-heading"/></h3>
      <xsl:for-each select="key('dual-of', @id)">
        <xsl:variable name="alike" select="key('alike-dual', concat(@article, '|', @verdict, '|', @basis, '|', @consulted, '|', r:side[1]/r:text, '|', r:side[2]/r:text))"/>
        <xsl:if test="generate-id() = generate-id($alike[1])">
          <xsl:apply-templates select="."><xsl:with-param name="alike" select="$alike"/></xsl:apply-templates>
        </xsl:if>
      </xsl:for-each>
      <xsl:call-template name="side-tables"><xsl:with-param name="duals" select="key('dual-of', @id)[not(@extends)]"/></xsl:call-template>
      <p><a class="back" href="#map"><xsl:value-of select="$w[@id='to-top']"/></a></p>
    </article>
  </xsl:template>

  <xsl:template match="r:dual">
    <xsl:param name="alike" select="."/>
    <div class="finding">
      <h4>
        <span>
          <xsl:for-each select="$alike">
            <xsl:variable name="place" select="position()"/>
            <xsl:if test="@cited and not($alike[position() &lt; $place]/@cited = @cited)">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <span class="cited"><xsl:value-of select="@cited"/></span>
            </xsl:if>
          </xsl:for-each>
          <xsl:if test="count($alike) = 1">
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="r:label" mode="spoken"/>
          </xsl:if>
        </span>
        <xsl:call-template name="badge"><xsl:with-param name="class" select="'t-'"/></xsl:call-template>
        <xsl:call-template name="basis"/>
      </h4>
      <xsl:choose>
        <xsl:when test="count($alike) = 1"><xsl:apply-templates select="r:text"/></xsl:when>
        <xsl:otherwise>
          <ul class="matters"><xsl:for-each select="$alike"><li><xsl:value-of select="r:text"/></li></xsl:for-each></ul>
        </xsl:otherwise>
      </xsl:choose>
      <!-- What is said of all needs no word on each State. -->
      <xsl:if test="@verdict != 'neither'"><xsl:apply-templates select="r:side/r:text"/></xsl:if>
    </div>
  </xsl:template>

  <!-- Provisions of both, with what they punish with: extradition asks for it. -->
  <xsl:template name="side-tables">
    <xsl:param name="duals"/>
    <xsl:variable name="supplies" select="$duals/r:side/r:supplied-by[@law] | $duals/r:side/r:conditional[@law]"/>
    <xsl:if test="$supplies">
      <table class="stack">
        <caption><xsl:value-of select="$w[@id='supplied']"/></caption>
        <xsl:call-template name="provision-head"><xsl:with-param name="second" select="'for'"/></xsl:call-template>
        <tbody>
          <xsl:for-each select="$supplies">
            <xsl:sort select="count(key('party', ../@party)/preceding-sibling::r:party)" data-type="number"/>
            <xsl:variable name="key" select="concat(../../@article, '|', ../@party, '|', @law, '/', @provision)"/>
            <xsl:variable name="uses" select="key('side-used', $key)"/>
            <xsl:if test="generate-id() = generate-id($uses[1])">
              <tr>
                <th scope="row">
                  <span class="note"><xsl:value-of select="key('party', ../@party)/r:title"/></span>
                  <xsl:apply-templates select="key('provision', concat(@law, '/', @provision))" mode="cite"/>
                </th>
                <td>
                  <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'for'"/></xsl:call-template>
                  <xsl:for-each select="$uses">
                    <xsl:if test="generate-id() = generate-id(key('side-used-for', concat($key, '|', ../../@cited))[1])">
                      <xsl:if test="position() &gt; 1">, </xsl:if>
                      <xsl:value-of select="../../@cited"/>
                      <xsl:if test="not(../../@cited)"><xsl:apply-templates select="../../r:label" mode="spoken"/></xsl:if>
                    </xsl:if>
                  </xsl:for-each>
                  <xsl:if test="not($uses[self::r:supplied-by])">
                    <span class="note"><xsl:value-of select="$w[@id='conditional']"/></span>
                  </xsl:if>
                </td>
                <xsl:for-each select="key('provision', concat(@law, '/', @provision))">
                  <xsl:call-template name="provision-cells"/>
                </xsl:for-each>
              </tr>
            </xsl:if>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
