<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- Report, coverage, gaps and beyond: a page has the sections that the answer has something for. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:cybertreaty:report:1" exclude-result-prefixes="r">

  <!-- Findings of one article that differ in nothing but the matter are told together. -->
  <xsl:key name="alike" match="r:article/r:demand" use="concat(@article, '|', @modality, '|', @verdict, '|', @basis, '|', @consulted, '|', @any-of, '|', r:text[@part='covered'], '|', r:text[@part='nearby'], '|', r:text[@part='conditional'], '|', r:text[@part='excused'], '|', r:text[@part='overreach'])"/>
  <xsl:key name="alike-gap" match="r:gap" use="concat(@article, '|', @modality, '|', @verdict, '|', r:text[@part='nearby'], '|', r:text[@part='conditional'], '|', r:text[@part='excused'], '|', r:text[@part='way-out'], '|', @models)"/>
  <xsl:key name="used" match="r:demand[not(@extends)]/r:supplied-by | r:demand[not(@extends)]/r:conditional" use="concat(../@article, '|', @law, '/', @provision)"/>
  <xsl:key name="used-for" match="r:demand[not(@extends)]/r:supplied-by | r:demand[not(@extends)]/r:conditional" use="concat(../@article, '|', @law, '/', @provision, '|', ../@cited)"/>
  <xsl:key name="used-with" match="r:demand[not(@extends)]/r:supplied-by" use="concat(../@article, '|', @law, '/', @provision, '|', @via-law, '/', @via-provision)"/>
  <xsl:key name="gap-of" match="r:gap" use="@article"/>
  <xsl:key name="further-on" match="r:beyond" use="@concept"/>
  <!-- Alike but for the label in the sentence. -->
  <xsl:key name="alike-beyond" match="r:beyond" use="concat(@concern, '|', @basis, '|', @consulted, '|', substring-before(r:text, r:label), '|', substring-after(r:text, r:label), '|', substring(r:text, 1, string-length(r:text) * not(contains(r:text, r:label))))"/>
  <xsl:key name="demanded" match="r:article/r:demand[not(@extends)]" use="@demand"/>

  <xsl:variable name="has-map" select="$question = 'report' or $question = 'coverage'"/>
  <xsl:variable name="has-gaps" select="$question = 'report' or $question = 'gaps'"/>
  <xsl:variable name="has-beyond" select="$question != 'gaps'"/>

  <xsl:template match="r:report" mode="contents">
    <xsl:if test="$has-map">
      <xsl:call-template name="to"><xsl:with-param name="id" select="'map'"/></xsl:call-template>
      <xsl:call-template name="to"><xsl:with-param name="id" select="'counts'"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$has-gaps"><xsl:call-template name="to"><xsl:with-param name="id" select="'legislate'"/></xsl:call-template></xsl:if>
    <xsl:if test="$has-map"><xsl:call-template name="to"><xsl:with-param name="id" select="'articles'"/></xsl:call-template></xsl:if>
    <xsl:if test="$has-beyond"><xsl:call-template name="to"><xsl:with-param name="id" select="'beyond'"/></xsl:call-template></xsl:if>
    <xsl:call-template name="to"><xsl:with-param name="id" select="'sources'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:report" mode="body">
    <xsl:if test="$has-map">
      <xsl:call-template name="map"/>
      <xsl:call-template name="counts"/>
    </xsl:if>
    <xsl:if test="$has-gaps"><xsl:call-template name="legislate"/></xsl:if>
    <xsl:if test="$has-map"><xsl:call-template name="articles"/></xsl:if>
    <xsl:if test="$has-beyond"><xsl:call-template name="beyond"/></xsl:if>
  </xsl:template>

  <!-- -->
  <!-- map and counts -->

  <xsl:template name="map">
    <section aria-labelledby="map">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'map'"/></xsl:call-template>
      <p><xsl:value-of select="$w[@id='map-lede']"/></p>
      <ol class="map">
        <xsl:for-each select="r:article[@verdict]">
          <li class="v-{@verdict}">
            <a href="#{@id}">
              <span class="num"><xsl:call-template name="article-name"/></span>
              <xsl:if test="@num"><span class="name"><xsl:apply-templates select="." mode="title"/></span></xsl:if>
              <span class="verdict"><xsl:value-of select="$w[@id=concat('v-', current()/@verdict)]"/></span>
            </a>
          </li>
        </xsl:for-each>
      </ol>
      <xsl:variable name="silent" select="r:article[not(@verdict)][not(r:demand or r:conflict or r:inherited)]"/>
      <xsl:call-template name="silent">
        <xsl:with-param name="word" select="'no-duty'"/>
        <xsl:with-param name="articles" select="$silent[not(@silence) or @silence = 'no-duty']"/>
      </xsl:call-template>
      <xsl:call-template name="silent">
        <xsl:with-param name="word" select="'carried'"/>
        <xsl:with-param name="articles" select="$silent[@silence = 'carried']"/>
      </xsl:call-template>
      <xsl:call-template name="silent">
        <xsl:with-param name="word" select="'not-coded'"/>
        <xsl:with-param name="articles" select="$silent[@silence = 'not-coded']"/>
      </xsl:call-template>
      <xsl:call-template name="legend">
        <xsl:with-param name="used" select="r:article | r:article/r:demand"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="legend">
    <xsl:param name="used"/>
    <h3><xsl:value-of select="$w[@id='legend']"/></h3>
    <dl class="legend">
      <xsl:for-each select="$verdicts[. = $used/@verdict]">
        <dt>
          <xsl:call-template name="badge"><xsl:with-param name="verdict" select="string(.)"/></xsl:call-template>
        </dt>
        <dd><xsl:value-of select="$w[@id=concat('e-', current())]"/></dd>
      </xsl:for-each>
    </dl>
    <p class="quiet"><xsl:value-of select="$w[@id='e-basis']"/></p>
  </xsl:template>

  <xsl:template name="counts">
    <section aria-labelledby="counts">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'counts'"/></xsl:call-template>
      <xsl:variable name="totals" select="r:total[@of &gt; 0]"/>
      <xsl:call-template name="count-table"><xsl:with-param name="totals" select="$totals"/></xsl:call-template>
      <xsl:call-template name="notes-on-state"/>
    </section>
  </xsl:template>

  <xsl:template name="count-table">
    <xsl:param name="totals"/>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="counts-table">
      <table>
        <caption id="counts-table"><xsl:value-of select="$w[@id='counts-caption']"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="$w[@id='duty']"/></th>
            <xsl:for-each select="$verdicts">
              <th scope="col" class="n"><xsl:value-of select="$w[@id=concat('v-', current())]"/></th>
            </xsl:for-each>
            <th scope="col" class="n"><xsl:value-of select="$w[@id='all']"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$totals">
            <xsl:variable name="total" select="."/>
            <tr>
              <th scope="row"><xsl:value-of select="$w[@id=concat('m-', current()/@modality)]"/></th>
              <xsl:for-each select="$verdicts">
                <td class="n"><xsl:value-of select="$total/@*[name() = current()]"/></td>
              </xsl:for-each>
              <td class="n"><xsl:value-of select="@of"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- -->
  <!-- what to legislate -->

  <xsl:template name="legislate">
    <section aria-labelledby="legislate">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'legislate'"/></xsl:call-template>
      <xsl:variable name="binding" select="r:gap[@modality = 'shall']"/>
      <xsl:choose>
        <xsl:when test="$binding">
          <p><xsl:value-of select="concat($w[@id='legislate-lede'], ' ', $w[@id='not-read'])"/></p>
          <xsl:call-template name="gap-articles"><xsl:with-param name="gaps" select="$binding"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="concat($w[@id='nothing-missing'], ' ', $w[@id='not-read'])"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:variable name="other" select="r:gap[@modality != 'shall']"/>
    <!-- In a report the articles tell of these. -->
    <xsl:if test="$other and not($has-map)">
      <section aria-labelledby="legislate-other">
        <xsl:call-template name="h2"><xsl:with-param name="id" select="'legislate-other'"/></xsl:call-template>
        <xsl:call-template name="gap-articles"><xsl:with-param name="gaps" select="$other"/></xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="gap-articles">
    <xsl:param name="gaps"/>
    <xsl:for-each select="r:article[key('gap-of', @id)]">
      <xsl:variable name="mine" select="$gaps[@article = current()/@id]"/>
      <xsl:if test="$mine">
        <h3>
          <xsl:choose>
            <xsl:when test="$has-map"><a href="#{@id}"><xsl:call-template name="article-heading"/></a></xsl:when>
            <xsl:otherwise><xsl:call-template name="article-heading"/></xsl:otherwise>
          </xsl:choose>
        </h3>
        <xsl:for-each select="$mine">
          <xsl:variable name="alike" select="key('alike-gap', concat(@article, '|', @modality, '|', @verdict, '|', r:text[@part='nearby'], '|', r:text[@part='conditional'], '|', r:text[@part='excused'], '|', r:text[@part='way-out'], '|', @models))"/>
          <xsl:if test="generate-id() = generate-id($alike[1])">
            <div class="finding"><xsl:call-template name="left"/>
              <xsl:call-template name="finding-heading"><xsl:with-param name="alike" select="$alike"/></xsl:call-template>
              <xsl:call-template name="matters"><xsl:with-param name="alike" select="$alike"/></xsl:call-template>
              <xsl:apply-templates select="r:text[@part != 'missing']"/>
            </div>
          </xsl:if>
        </xsl:for-each>
        <!-- Of what is left to the Party, and of what extends other demands, the sentences name enough. -->
        <xsl:call-template name="models"><xsl:with-param name="gaps" select="$mine[@models][@modality = 'shall'][not(@extends)]"/></xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- What a Party need not have is not shown as if it had to. -->
  <xsl:template name="left">
    <xsl:if test="@modality and @modality != 'shall'"><xsl:attribute name="class">finding left</xsl:attribute></xsl:if>
  </xsl:template>

  <!-- Provisions of other States, each once, with the gaps that it fills. -->
  <xsl:template name="models">
    <xsl:param name="gaps"/>
    <xsl:variable name="models">
      <xsl:text> </xsl:text>
      <xsl:for-each select="$gaps"><xsl:value-of select="concat(@models, ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:if test="$gaps">
      <xsl:variable name="provisions" select="/r:report/r:law/r:provision[contains($models, concat(' ', ../@id, '/', @id, ' '))]"/>
      <details>
        <summary><xsl:value-of select="concat($w[@id='models'], ' (', count($provisions), ')')"/></summary>
        <table class="stack">
          <caption class="unseen"><xsl:value-of select="$w[@id='models']"/></caption>
          <xsl:call-template name="provision-head"><xsl:with-param name="second" select="'for'"/></xsl:call-template>
          <tbody>
            <xsl:for-each select="$provisions">
              <xsl:variable name="name" select="concat(' ', ../@id, '/', @id, ' ')"/>
              <xsl:variable name="filled" select="$gaps[contains(concat(' ', @models, ' '), $name)]"/>
              <tr>
                <th scope="row">
                  <span class="note"><xsl:call-template name="jurisdiction"/></span>
                  <xsl:apply-templates select="." mode="cite"/>
                </th>
                <td>
                  <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'for'"/></xsl:call-template>
                  <xsl:choose>
                    <xsl:when test="count($gaps) = 1"><xsl:value-of select="$gaps/@cited"/></xsl:when>
                    <xsl:when test="count($filled) = count($gaps)"><xsl:value-of select="$w[@id='all-above']"/></xsl:when>
                    <xsl:otherwise>
                      <xsl:for-each select="$filled">
                        <xsl:if test="position() &gt; 1">; </xsl:if>
                        <xsl:value-of select="concat(@cited, ' ')"/>
                        <xsl:apply-templates select="r:label" mode="spoken"/>
                      </xsl:for-each>
                    </xsl:otherwise>
                  </xsl:choose>
                </td>
                <xsl:call-template name="provision-cells"/>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="jurisdiction">
    <xsl:variable name="state" select="key('state', ../@jurisdiction)"/>
    <xsl:choose>
      <xsl:when test="$state"><xsl:apply-templates select="$state" mode="title"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="../@jurisdiction"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="provision-head">
    <xsl:param name="second"/>
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="$w[@id='provision']"/></th>
        <th scope="col"><xsl:value-of select="$w[@id=$second]"/></th>
        <th scope="col"><xsl:value-of select="$w[@id='penalty']"/></th>
        <th scope="col"><xsl:value-of select="$w[@id='source']"/></th>
      </tr>
    </thead>
  </xsl:template>

  <!-- Penalty and source of a provision. -->
  <xsl:template name="provision-cells">
    <td>
      <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'penalty'"/></xsl:call-template>
      <xsl:apply-templates select="." mode="penalties"/>
      <xsl:if test="not(r:penalty)"><xsl:value-of select="$w[@id='no-penalty']"/></xsl:if>
    </td>
    <td>
      <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'source'"/></xsl:call-template>
      <xsl:apply-templates select="." mode="sources"/>
    </td>
  </xsl:template>

  <!-- -->
  <!-- findings -->

  <!-- "7(1) access to a system", or of several the citations alone. -->
  <xsl:template name="finding-heading">
    <xsl:param name="alike"/>
    <h4>
      <span>
        <xsl:for-each select="$alike">
          <xsl:variable name="place" select="position()"/>
          <xsl:if test="@cited and not($alike[position() &lt; $place]/@cited = @cited)">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <span class="cited"><xsl:value-of select="@cited"/></span>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="count($alike) = 1 or not(@cited)">
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="r:label" mode="spoken"/>
          <xsl:call-template name="extended"/>
        </xsl:if>
      </span>
      <xsl:if test="@verdict"><xsl:call-template name="badge"/></xsl:if>
      <xsl:call-template name="basis"/>
      <xsl:if test="@any-of">
        <span class="basis"><xsl:value-of select="concat($w[@id='alternative'], ' ', substring-after(@any-of, '.'))"/></span>
      </xsl:if>
      <xsl:if test="@modality and @modality != 'shall'">
        <span class="basis"><xsl:value-of select="$w[@id=concat('phrase-', current()/@modality)]"/></span>
      </xsl:if>
    </h4>
  </xsl:template>

  <!-- Of which demand a rule on attempt or legal persons speaks: matters of the same name are several. -->
  <xsl:template name="extended">
    <xsl:variable name="base" select="key('demanded', @extends)[@concept = current()/@concept]"/>
    <xsl:if test="$base/@cited">
      <xsl:text> </xsl:text>
      <span class="basis">[<xsl:value-of select="$base/@cited"/>]</span>
    </xsl:if>
  </xsl:template>

  <!-- What is missing of each; where nothing is, which matters these are. -->
  <xsl:template name="matters">
    <xsl:param name="alike"/>
    <xsl:choose>
      <xsl:when test="count($alike) = 1"><xsl:apply-templates select="r:text[@part='missing']"/></xsl:when>
      <xsl:otherwise>
        <ul class="matters">
          <xsl:for-each select="$alike">
            <li>
              <xsl:choose>
                <xsl:when test="r:text[@part='missing']">
                  <span class="missing"><xsl:value-of select="r:text[@part='missing']"/></span>
                </xsl:when>
                <xsl:otherwise><xsl:apply-templates select="r:label" mode="spoken"/></xsl:otherwise>
              </xsl:choose>
              <xsl:call-template name="extended"/>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="articles">
    <section aria-labelledby="articles">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'articles'"/></xsl:call-template>
      <xsl:apply-templates select="r:article[@verdict or r:demand or r:conflict or r:inherited]" mode="full"/>
    </section>
  </xsl:template>

  <xsl:template match="r:article" mode="full">
    <article aria-labelledby="{@id}">
      <h3 id="{@id}"><xsl:call-template name="article-heading"/></h3>
      <p class="head">
        <xsl:call-template name="badge"/>
        <xsl:call-template name="weakest"><xsl:with-param name="rows" select="r:demand"/></xsl:call-template>
        <xsl:if test="@assessed &gt; 0 and @assessed &lt; @rows">
          <span class="quiet"><xsl:value-of select="concat($w[@id='assessed'], ' ', @assessed, ' ', $w[@id='of'], ' ', @rows)"/></span>
        </xsl:if>
        <a class="back" href="#map"><xsl:value-of select="$w[@id='to-top']"/></a>
      </p>
      <xsl:apply-templates select="r:conflict"/>
      <xsl:for-each select="r:demand">
        <xsl:variable name="alike" select="key('alike', concat(@article, '|', @modality, '|', @verdict, '|', @basis, '|', @consulted, '|', @any-of, '|', r:text[@part='covered'], '|', r:text[@part='nearby'], '|', r:text[@part='conditional'], '|', r:text[@part='excused'], '|', r:text[@part='overreach']))"/>
        <xsl:if test="generate-id() = generate-id($alike[1])">
          <div class="finding"><xsl:call-template name="left"/>
            <xsl:call-template name="finding-heading"><xsl:with-param name="alike" select="$alike"/></xsl:call-template>
            <xsl:apply-templates select="r:text[@part='covered' or (@part='not-assessed' and count($alike) = 1)]"/>
            <!-- The sentence is about the first alone. -->
            <xsl:if test="count($alike) &gt; 1 and r:text[@part='not-assessed']">
              <p class="not-assessed"><xsl:value-of select="$w[@id='e-not-assessed']"/></p>
            </xsl:if>
            <xsl:call-template name="matters"><xsl:with-param name="alike" select="$alike"/></xsl:call-template>
            <xsl:apply-templates select="r:text[@part!='covered' and @part!='not-assessed' and @part!='missing']"/>
          </div>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="r:inherited">
        <p class="quiet">
          <xsl:value-of select="$w[@id='inherited']"/>
          <xsl:for-each select="r:inherited">
            <xsl:text> </xsl:text>
            <xsl:apply-templates select="r:label" mode="spoken"/>
            <xsl:choose>
              <xsl:when test="position() = last()">.</xsl:when>
              <xsl:otherwise>;</xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:variable name="further" select="key('further-on', r:demand[not(@extends)]/@concept)"/>
      <xsl:if test="$further">
        <p>
          <a href="#beyond"><xsl:value-of select="$w[@id='further']"/></a>
          <xsl:value-of select="concat(': ', count($further), ', ', $w[@id='further-over'], ': ', count($further[@concern='overreach']), '.')"/>
        </p>
      </xsl:if>
      <xsl:call-template name="supplied"/>
      <xsl:if test="r:source">
        <p class="quiet">
          <xsl:value-of select="concat($w[@id='source-of-article'], ': ')"/>
          <xsl:for-each select="r:source">
            <xsl:if test="position() &gt; 1">; </xsl:if>
            <xsl:apply-templates select="." mode="short"/>
          </xsl:for-each>
        </p>
      </xsl:if>
    </article>
  </xsl:template>

  <!-- Each provision once, with the demands that it answers. Where they extend others (attempt, legal persons),
       the penalty of the provision is not the one that applies, and the sentences cite it. -->
  <xsl:template name="supplied">
    <xsl:variable name="article" select="@id"/>
    <xsl:variable name="supplies" select="r:demand[not(@extends)]/r:supplied-by[@law] | r:demand[not(@extends)]/r:conditional[@law]"/>
    <xsl:if test="$supplies">
      <table class="stack">
        <caption><xsl:value-of select="$w[@id='supplied']"/></caption>
        <xsl:call-template name="provision-head"><xsl:with-param name="second" select="'for'"/></xsl:call-template>
        <tbody>
          <xsl:for-each select="$supplies">
            <xsl:variable name="key" select="concat($article, '|', @law, '/', @provision)"/>
            <xsl:variable name="uses" select="key('used', $key)"/>
            <xsl:if test="generate-id() = generate-id($uses[1])">
              <tr>
                <th scope="row">
                  <xsl:apply-templates select="key('provision', concat(@law, '/', @provision))" mode="cite"/>
                  <xsl:call-template name="read-with"><xsl:with-param name="key" select="$key"/><xsl:with-param name="uses" select="$uses"/></xsl:call-template>
                </th>
                <td>
                  <xsl:call-template name="cell-label"><xsl:with-param name="word" select="'for'"/></xsl:call-template>
                  <xsl:call-template name="used-for"><xsl:with-param name="key" select="$key"/><xsl:with-param name="uses" select="$uses"/></xsl:call-template>
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

  <!-- Citations, each once; conditional ones say so. -->
  <xsl:template name="used-for">
    <xsl:param name="key"/>
    <xsl:param name="uses"/>
    <xsl:for-each select="$uses">
      <xsl:if test="generate-id() = generate-id(key('used-for', concat($key, '|', ../@cited))[1])">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:value-of select="../@cited"/>
        <xsl:if test="not(../@cited)"><xsl:apply-templates select="../r:label" mode="spoken"/></xsl:if>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="not($uses[self::r:supplied-by])">
      <span class="note"><xsl:value-of select="$w[@id='conditional']"/></span>
    </xsl:if>
  </xsl:template>

  <!-- The general part that carries it further. -->
  <xsl:template name="read-with">
    <xsl:param name="key"/>
    <xsl:param name="uses"/>
    <xsl:for-each select="$uses[@via]">
      <xsl:if test="generate-id() = generate-id(key('used-with', concat($key, '|', @via-law, '/', @via-provision))[1])">
        <span class="note">
          <xsl:value-of select="concat($w[@id='read-with'], ' ')"/>
          <xsl:variable name="general" select="key('provision', concat(@via-law, '/', @via-provision))"/>
          <xsl:if test="not($general) or @via-law != @law">
            <xsl:apply-templates select="key('law', @via-law)" mode="title"/>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:value-of select="$general/@num"/>
        </span>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- -->
  <!-- beyond -->

  <xsl:template name="beyond">
    <section aria-labelledby="beyond">
      <xsl:call-template name="h2"><xsl:with-param name="id" select="'beyond'"/></xsl:call-template>
      <xsl:if test="$question = 'beyond'">
        <xsl:apply-templates select="r:article/r:conflict"/>
      </xsl:if>
      <xsl:if test="$has-map and r:beyond"><p><xsl:value-of select="$w[@id='beyond-lede']"/></p></xsl:if>
      <xsl:call-template name="beyond-part"><xsl:with-param name="concern" select="'overreach'"/></xsl:call-template>
      <xsl:call-template name="beyond-part"><xsl:with-param name="concern" select="'broader'"/></xsl:call-template>
      <xsl:call-template name="beyond-part"><xsl:with-param name="concern" select="'none'"/></xsl:call-template>
      <xsl:if test="r:unasked">
        <h3><xsl:value-of select="$w[@id='unasked']"/></h3>
        <ul class="spaced">
          <xsl:for-each select="r:unasked">
            <li>
              <xsl:value-of select="concat(r:text, ' ')"/>
              <xsl:call-template name="basis"/>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="not(r:beyond or r:unasked or r:article/r:conflict)">
        <p><xsl:value-of select="$w[@id='nothing-beyond']"/></p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="beyond-part">
    <xsl:param name="concern"/>
    <xsl:variable name="part" select="r:beyond[@concern = $concern]"/>
    <xsl:if test="$part">
      <h3><xsl:value-of select="concat($w[@id=concat('c-', $concern)], ' (', count($part), ' ', $w[@id='of'], ' ', count(r:beyond), ')')"/></h3>
      <ul class="spaced">
        <xsl:for-each select="$part">
          <xsl:variable name="alike" select="key('alike-beyond', concat(@concern, '|', @basis, '|', @consulted, '|', substring-before(r:text, r:label), '|', substring-after(r:text, r:label), '|', substring(r:text, 1, string-length(r:text) * not(contains(r:text, r:label)))))"/>
          <xsl:if test="generate-id() = generate-id($alike[1])">
            <li>
              <xsl:call-template name="beyond-text"><xsl:with-param name="alike" select="$alike"/></xsl:call-template>
              <xsl:text> </xsl:text>
              <xsl:call-template name="basis"/>
              <xsl:if test="$has-map">
                <xsl:call-template name="asking"><xsl:with-param name="alike" select="$alike"/></xsl:call-template>
              </xsl:if>
            </li>
          </xsl:if>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- The sentence, once for all matters of which it is true. -->
  <xsl:template name="beyond-text">
    <xsl:param name="alike"/>
    <xsl:choose>
      <xsl:when test="count($alike) = 1"><xsl:value-of select="r:text"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring-before(r:text, r:label)"/>
        <xsl:for-each select="$alike">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:value-of select="r:label"/>
        </xsl:for-each>
        <xsl:value-of select="concat($w[@id='each'], substring-after(r:text, r:label))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:conflict">
    <p class="missing">
      <xsl:value-of select="concat($w[@id='conflict'], ': ', r:text, ' ')"/>
      <xsl:call-template name="basis"/>
    </p>
  </xsl:template>

  <!-- The articles on the same matter: there stands what is asked. -->
  <xsl:template name="asking">
    <xsl:param name="alike"/>
    <xsl:for-each select="/r:report/r:article[r:demand[not(@extends)]/@concept = $alike/@concept]">
      <xsl:text> </xsl:text>
      <a href="#{@id}"><xsl:call-template name="article-name"/></a>
      <xsl:if test="position() != last()">;</xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Of a State: what was read of its law, and what was not. -->
  <xsl:template name="notes-on-state">
    <xsl:variable name="notes" select="/r:report/r:state[@id = /r:report/r:subject/@id]/r:note"/>
    <xsl:if test="$notes">
      <h3><xsl:value-of select="$w[@id='notes-on-state']"/></h3>
      <ul class="spaced">
        <xsl:for-each select="$notes"><li><xsl:apply-templates select="." mode="spoken"/></li></xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- Articles of which nothing is said, and why. -->
  <xsl:template name="silent">
    <xsl:param name="word"/>
    <xsl:param name="articles"/>
    <xsl:if test="$articles">
      <p class="quiet">
        <xsl:value-of select="concat($w[@id=$word], ' ')"/>
        <xsl:for-each select="$articles">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="@num"/>
          <xsl:if test="not(@num)"><xsl:apply-templates select="." mode="title"/></xsl:if>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
