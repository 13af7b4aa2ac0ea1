<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- Powers and the safeguards that stand by them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1" exclude-result-prefixes="r">

  <xsl:key name="safeguard" match="r:power[@held='yes']/r:safeguard" use="@concept"/>
  <xsl:key name="safeguard-of" match="r:power/r:safeguard" use="concat(../@id, '|', @concept)"/>

  <xsl:template match="r:report[@question='safeguards']" mode="contents">
    <xsl:call-template name="to"><xsl:with-param name="id" select="'map'"/><xsl:with-param name="word" select="'safe-map'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'powers'"/></xsl:call-template>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'sources'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:report[@question='safeguards']" mode="body">
    <xsl:variable name="held" select="r:power[@held='yes']"/>
    <section class="wide" aria-labelledby="map">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'map'"/><xsl:with-param name="word" select="'safe-map'"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="$held/r:safeguard">
          <xsl:call-template name="safeguard-table"><xsl:with-param name="held" select="$held"/></xsl:call-template>
          <xsl:call-template name="legend"><xsl:with-param name="used" select="$held/r:safeguard"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="$w[@id='no-power']"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section aria-labelledby="powers">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'powers'"/></xsl:call-template>
      <xsl:apply-templates select="$held"/>
      <xsl:variable name="absent" select="r:power[not(@held)]"/>
      <xsl:call-template name="power-list">
        <xsl:with-param name="word" select="'not-held'"/>
        <xsl:with-param name="powers" select="$absent[not(r:concept[@verdict='not-assessed'])]"/>
      </xsl:call-template>
      <xsl:call-template name="power-list">
        <xsl:with-param name="word" select="'not-sought'"/>
        <xsl:with-param name="powers" select="$absent[r:concept[@verdict='not-assessed']]"/>
      </xsl:call-template>
      <xsl:call-template name="power-list">
        <xsl:with-param name="word" select="'untied'"/>
        <xsl:with-param name="powers" select="r:untied"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="power-name">
    <xsl:apply-templates select="r:label" mode="spoken"/>
    <xsl:if test="not(@id)"><xsl:value-of select="$w[@id='general-power']"/></xsl:if>
  </xsl:template>

  <xsl:template name="safeguard-table">
    <xsl:param name="held"/>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="map-table">
      <table class="grid">
        <caption id="map-table"><xsl:value-of select="$w[@id='safe-caption']"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$w[@id='safeguard']"/></th>
            <xsl:for-each select="$held">
              <th scope="col"><xsl:call-template name="power-name"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$held/r:safeguard">
            <xsl:variable name="concept" select="@concept"/>
            <xsl:if test="generate-id() = generate-id(key('safeguard', @concept)[1])">
              <tr>
                <th scope="row"><xsl:apply-templates select="r:label" mode="spoken"/></th>
                <xsl:for-each select="$held">
                  <xsl:variable name="verdict" select="string(key('safeguard-of', concat(@id, '|', $concept))/@verdict)"/>
                  <td class="v-{$verdict}">
                    <xsl:value-of select="$w[@id=concat('v-', $verdict)][$verdict != '']"/>
                    <xsl:if test="$verdict = ''"><xsl:value-of select="$w[@id='not-asked']"/></xsl:if>
                  </td>
                </xsl:for-each>
              </tr>
            </xsl:if>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="r:power">
    <h3><xsl:call-template name="power-name"/></h3>
    <xsl:if test="r:concept[@verdict != 'none' and @verdict != 'not-assessed']">
      <p>
        <xsl:value-of select="concat($w[@id='the-power'], ': ')"/>
        <xsl:for-each select="r:concept[@verdict != 'none' and @verdict != 'not-assessed']">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:apply-templates select="r:label" mode="spoken"/>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
    <xsl:if test="not(r:safeguard)"><p><xsl:value-of select="$w[@id='no-safeguard']"/></p></xsl:if>
    <xsl:if test="r:safeguard and not(r:safeguard[@verdict != 'not-assessed'])">
      <p class="not-assessed">
        <xsl:value-of select="concat($w[@id='v-not-assessed'], ': ')"/>
        <xsl:for-each select="r:safeguard">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:apply-templates select="r:label" mode="spoken"/>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
    <!-- What was found; of the others the table above says all there is. -->
    <xsl:for-each select="r:safeguard[@verdict != 'not-assessed']">
      <div class="finding">
        <h4>
          <span><xsl:apply-templates select="r:label" mode="spoken"/></span>
          <xsl:call-template name="badge"/>
          <xsl:call-template name="basis"/>
        </h4>
        <xsl:apply-templates select="r:text"/>
      </div>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="power-list">
    <xsl:param name="word"/>
    <xsl:param name="powers"/>
    <xsl:if test="$powers">
      <h3><xsl:value-of select="$w[@id=$word]"/></h3>
      <ul><xsl:for-each select="$powers"><li><xsl:apply-templates select="r:label" mode="spoken"/></li></xsl:for-each></ul>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
