<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- What every page is made of: titles with their language, verdicts, citations, penalties, sources. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1" exclude-result-prefixes="r">

  <xsl:key name="law" match="r:law" use="@id"/>
  <xsl:key name="state" match="r:state" use="@id"/>
  <xsl:key name="provision" match="r:law/r:provision" use="concat(../@id, '/', @id)"/>
  <xsl:key name="article" match="/r:report/r:article" use="@id"/>

  <!-- A title in the language wanted, else in that of the page, else the first there is, marked with its own. -->
  <xsl:template match="*" mode="title">
    <xsl:variable name="paged" select="(r:title[@xml:lang = $lang] | r:title[not(../r:title[@xml:lang = $lang])])[1]"/>
    <xsl:variable name="title" select="(r:title[@xml:lang = $wanted] | $paged[not(../r:title[@xml:lang = $wanted])])[1]"/>
    <xsl:apply-templates select="$title" mode="spoken"/>
    <xsl:if test="not($title)"><xsl:value-of select="@id"/></xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="plain-title">
    <xsl:variable name="title"><xsl:apply-templates select="." mode="title"/></xsl:variable>
    <xsl:value-of select="$title"/>
  </xsl:template>

  <xsl:template match="*" mode="spoken">
    <xsl:choose>
      <xsl:when test="@xml:lang and @xml:lang != $lang">
        <span lang="{@xml:lang}"><xsl:value-of select="."/></span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Article 7"; its title where it has no number. -->
  <xsl:template name="article-name">
    <xsl:choose>
      <xsl:when test="@num"><xsl:value-of select="concat($w[@id='article'], ' ', @num)"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="article-heading">
    <xsl:call-template name="article-name"/>
    <xsl:if test="@num and r:title">
      <xsl:text>: </xsl:text>
      <xsl:apply-templates select="." mode="title"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="badge">
    <xsl:param name="verdict" select="string(@verdict)"/>
    <xsl:param name="class" select="'v-'"/>
    <span class="badge {$class}{$verdict}">
      <xsl:value-of select="$w[@id=concat($class, $verdict)]"/>
    </span>
  </xsl:template>

  <!-- "[text, 2026-11-21]" -->
  <xsl:template name="basis">
    <xsl:param name="basis" select="@basis"/>
    <xsl:param name="consulted" select="@consulted"/>
    <xsl:if test="$basis">
      <span class="basis">
        <xsl:value-of select="concat('[', $w[@id=concat('b-', $basis)], ', ')"/>
        <xsl:value-of select="$consulted"/>
        <xsl:if test="not(string($consulted))"><xsl:value-of select="$w[@id='no-date']"/></xsl:if>
        <xsl:text>]</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The weakest basis and the oldest date of rows; a date that is missing is the oldest. -->
  <xsl:template name="weakest">
    <xsl:param name="rows"/>
    <xsl:variable name="known" select="$rows[@basis]"/>
    <xsl:variable name="oldest">
      <xsl:for-each select="$known[not($known[not(@consulted)])]">
        <xsl:sort select="@consulted"/>
        <xsl:if test="position() = 1"><xsl:value-of select="@consulted"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="basis">
      <xsl:with-param name="basis" select="($known[@basis='unverified'] | $known[not($known[@basis='unverified'])][@basis='secondary'] | $known[not($known[@basis!='text'])])[1]/@basis"/>
      <xsl:with-param name="consulted" select="string($oldest)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The parts of a sentence, each a paragraph of its own. -->
  <xsl:template match="r:text[@part]">
    <p class="{@part}"><xsl:value-of select="."/></p>
  </xsl:template>
  <xsl:template match="r:text"><p><xsl:value-of select="."/></p></xsl:template>

  <!-- In a table on a wide screen, a card on a narrow one: every cell says what it is. -->
  <xsl:template name="cell-label">
    <xsl:param name="word"/>
    <xsl:attribute name="data-label"><xsl:value-of select="$w[@id=$word]"/></xsl:attribute>
  </xsl:template>

  <!-- -->
  <!-- provisions -->

  <xsl:template match="r:provision" mode="cite">
    <span class="law"><xsl:apply-templates select=".." mode="title"/></span>
    <span class="cited"><xsl:value-of select="@num"/></span>
    <xsl:if test="r:title">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="title"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:provision" mode="penalties">
    <xsl:for-each select="r:penalty">
      <xsl:if test="position() &gt; 1"><br/></xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:provision" mode="sources">
    <xsl:for-each select="r:source">
      <xsl:if test="position() &gt; 1"><br/></xsl:if>
      <xsl:apply-templates select="." mode="short"/>
    </xsl:for-each>
  </xsl:template>

  <!-- -->
  <!-- penalties -->

  <xsl:template match="r:penalty">
    <xsl:variable name="prison" select="@prison-min | @prison-max"/>
    <xsl:variable name="fine" select="@fine-min | @fine-max"/>
    <xsl:for-each select="r:case[@words]">
      <xsl:value-of select="concat(@words, ': ')"/>
    </xsl:for-each>
    <xsl:if test="$prison">
      <xsl:value-of select="concat($w[@id='prison'], ' ')"/>
      <xsl:call-template name="range">
        <xsl:with-param name="least"><xsl:call-template name="duration"><xsl:with-param name="text" select="@prison-min"/></xsl:call-template></xsl:with-param>
        <xsl:with-param name="most"><xsl:call-template name="duration"><xsl:with-param name="text" select="@prison-max"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$prison and ($fine or @alternative = 'yes')">
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@alternative = 'yes'"><xsl:value-of select="$w[@id='or']"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$w[@id='and']"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="$fine or ($prison and @alternative = 'yes')"><xsl:value-of select="$w[@id='fine']"/></xsl:if>
    <xsl:if test="$fine">
      <xsl:text> </xsl:text>
      <xsl:call-template name="range">
        <xsl:with-param name="least"><xsl:call-template name="amount"><xsl:with-param name="of" select="@fine-min"/></xsl:call-template></xsl:with-param>
        <xsl:with-param name="most"><xsl:call-template name="amount"><xsl:with-param name="of" select="@fine-max"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
      <xsl:text> </xsl:text>
      <xsl:call-template name="unit"/>
    </xsl:if>
    <xsl:for-each select="r:note">
      <span class="note"><xsl:apply-templates select="." mode="spoken"/></span>
    </xsl:for-each>
  </xsl:template>

  <!-- A unit that the page has words for as many of it as there are; any other as it is in the law. -->
  <xsl:template name="unit">
    <xsl:variable name="last" select="(@fine-max | @fine-min[not(../@fine-max)])[1]"/>
    <xsl:variable name="name" select="translate(@fine-unit, ' ', '-')"/>
    <xsl:choose>
      <xsl:when test="$last = 1 and $w[@id=concat('one-', $name)]"><xsl:value-of select="$w[@id=concat('one-', $name)]"/></xsl:when>
      <xsl:when test="$w[@id=concat('unit-', $name)]"><xsl:value-of select="$w[@id=concat('unit-', $name)]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@fine-unit"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="range">
    <xsl:param name="least"/>
    <xsl:param name="most"/>
    <xsl:choose>
      <xsl:when test="string($least) and string($most)">
        <xsl:value-of select="concat($least, ' ', $w[@id='to'], ' ', $most)"/>
      </xsl:when>
      <xsl:when test="string($most)"><xsl:value-of select="concat($w[@id='up-to'], ' ', $most)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($w[@id='at-least'], ' ', $least)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 5000000 as 5 000 000, with spaces that do not break. -->
  <xsl:decimal-format name="spaced" grouping-separator="&#160;"/>
  <xsl:template name="amount">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="not($of)"/>
      <xsl:when test="$of &lt; 10000"><xsl:value-of select="$of"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($of, '###&#160;###.##', 'spaced')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "1 year 6 months" of P1Y6M. -->
  <xsl:template name="duration">
    <xsl:param name="text"/>
    <xsl:variable name="years" select="substring-before(substring($text, 2), 'Y')"/>
    <xsl:variable name="after-years">
      <xsl:choose>
        <xsl:when test="contains($text, 'Y')"><xsl:value-of select="substring-after($text, 'Y')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="substring($text, 2)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="months" select="substring-before($after-years, 'M')"/>
    <xsl:variable name="after-months">
      <xsl:choose>
        <xsl:when test="contains($after-years, 'M')"><xsl:value-of select="substring-after($after-years, 'M')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$after-years"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="days" select="substring-before($after-months, 'D')"/>
    <xsl:call-template name="count-of"><xsl:with-param name="n" select="$years"/><xsl:with-param name="unit" select="'year'"/></xsl:call-template>
    <xsl:if test="$years and ($months or $days)"><xsl:text> </xsl:text></xsl:if>
    <xsl:call-template name="count-of"><xsl:with-param name="n" select="$months"/><xsl:with-param name="unit" select="'month'"/></xsl:call-template>
    <xsl:if test="$months and $days"><xsl:text> </xsl:text></xsl:if>
    <xsl:call-template name="count-of"><xsl:with-param name="n" select="$days"/><xsl:with-param name="unit" select="'day'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="count-of">
    <xsl:param name="n"/>
    <xsl:param name="unit"/>
    <xsl:if test="$n = 1"><xsl:value-of select="concat($n, '&#160;', $w[@id=$unit])"/></xsl:if>
    <xsl:if test="string($n) and $n != 1"><xsl:value-of select="concat($n, '&#160;', $w[@id=concat($unit, 's')])"/></xsl:if>
  </xsl:template>

  <!-- -->
  <!-- sources -->

  <!-- The name of the site; only what a browser fetches by itself is a link, and only on a click. -->
  <xsl:template name="site">
    <xsl:variable name="rest" select="substring-after(@href, '://')"/>
    <xsl:variable name="host" select="substring-before(concat($rest, '/'), '/')"/>
    <xsl:choose>
      <xsl:when test="starts-with(@href, 'https://') or starts-with(@href, 'http://')">
        <a href="{@href}" rel="noreferrer"><xsl:value-of select="$host"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@href"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:source" mode="short">
    <xsl:call-template name="basis"/>
    <xsl:if test="@href">
      <xsl:text> </xsl:text>
      <xsl:call-template name="site"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="sources">
    <xsl:variable name="documents" select="r:subject[r:source] | r:instrument | r:law | r:state[r:source]"/>
    <xsl:if test="$documents">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'sources'"/></xsl:call-template>
      <table class="stack sources">
        <caption><xsl:value-of select="$w[@id='sources-caption']"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$w[@id='title']"/></th>
            <th scope="col"><xsl:value-of select="$w[@id='basis']"/></th>
            <th scope="col"><xsl:value-of select="$w[@id='consulted']"/></th>
            <th scope="col"><xsl:value-of select="$w[@id='link']"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="$documents" mode="source-row"/></tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="source-row">
    <tr>
      <th scope="row">
        <xsl:apply-templates select="." mode="title"/>
        <xsl:if test="self::r:law"><xsl:value-of select="concat(' (', @jurisdiction, ')')"/></xsl:if>
        <!-- The title under which it is looked up. -->
        <xsl:variable name="shown" select="(r:title[@xml:lang = $wanted] | r:title[@xml:lang = $lang][not(../r:title[@xml:lang = $wanted])])[1]"/>
        <xsl:for-each select="r:title[$shown][@xml:lang != $shown/@xml:lang][not(../self::r:state)]">
          <span class="note"><xsl:apply-templates select="." mode="spoken"/></span>
        </xsl:for-each>
      </th>
      <td>
        <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'basis'"/></xsl:call-template>
        <xsl:for-each select="r:source">
          <xsl:if test="position() &gt; 1"><br/></xsl:if>
          <xsl:value-of select="$w[@id=concat('b-long-', current()/@basis)]"/>
        </xsl:for-each>
        <xsl:if test="not(r:source)"><xsl:value-of select="$w[@id='b-long-unverified']"/></xsl:if>
      </td>
      <td class="date">
        <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'consulted'"/></xsl:call-template>
        <xsl:for-each select="r:source">
          <xsl:if test="position() &gt; 1"><br/></xsl:if>
          <xsl:value-of select="@consulted"/>
          <xsl:if test="not(@consulted)"><xsl:value-of select="$w[@id='never']"/></xsl:if>
        </xsl:for-each>
      </td>
      <td>
        <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'link'"/></xsl:call-template>
        <xsl:for-each select="r:source">
          <xsl:if test="position() &gt; 1"><br/></xsl:if>
          <xsl:call-template name="site"/>
          <xsl:if test="@href and string(.)"><xsl:text>: </xsl:text></xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
