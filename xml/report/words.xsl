<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<!-- The page's own words, one list per language: $w[@id='…'] is the word in the language of the report.
     Another language is one more list with the same ids. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common" xmlns:r="urn:cybertreaty:report:1"
    exclude-result-prefixes="exsl r">

  <xsl:variable name="table">
    <words lang="en">
      <w id="skip">Skip to the content</w>
      <w id="contents">Contents</w>
      <w id="as-at">As at</w>
      <w id="corpus">Corpus</w>
      <w id="digest">Digest of the corpus</w>
      <w id="software">Computed by</w>
      <w id="with">As if in force</w>
      <w id="with-action">As if done</w>
      <w id="sources-used">Sources used</w>
      <w id="only-text">only facts read in official texts</w>
      <w id="only-secondary">without unverified facts</w>
      <w id="disclaimer">Computed from provisions as they are coded in the corpus; the text of the law decides, and this is no legal advice.</w>
      <w id="names-in">Titles and labels in '</w>
      <w id="else-in">' where there are any; all else in English [en].</w>
      <w id="q-report">Report</w>
      <w id="q-coverage">Coverage</w>
      <w id="q-gaps">What is missing</w>
      <w id="q-beyond">What goes further</w>
      <w id="q-matrix">Matrix</w>
      <w id="q-compare">Comparison</w>
      <w id="q-dual">Dual criminality</w>
      <w id="q-safeguards">Powers and safeguards</w>
      <w id="measured">measured against</w>
      <w id="compared">compared with</w>
      <w id="and">and</w>
      <w id="to">to</w>
      <w id="or">or</w>
      <w id="of">of</w>
      <w id="none-at-all">None</w>

      <w id="map">Articles at a glance</w>
      <w id="map-lede">Each article that binds, with its verdict; the link leads to the findings.</w>
      <w id="legend">What the verdicts mean</w>
      <w id="counts">Counts</w>
      <w id="counts-caption">Verdicts by kind of duty, with the number they are out of</w>
      <w id="duty">Duty</w>
      <w id="all">All</w>
      <w id="m-shall">Articles that bind</w>
      <w id="m-endeavour">Demands to endeavour</w>
      <w id="m-consider">Demands to consider</w>
      <w id="m-may">Matters left to the Parties</w>
      <w id="phrase-endeavour">to be endeavoured</w>
      <w id="phrase-consider">to be considered</w>
      <w id="phrase-may">left to the Party</w>
      <w id="notes-on-state">Notes on this State</w>
      <w id="no-duty">No duty to legislate: articles</w>
      <w id="carried">What they ask for stands in other articles: articles</w>
      <w id="not-coded">Not known, as nobody has read what they ask for: articles</w>

      <w id="v-full">Full</w>
      <w id="v-full-by-option">Full by option</w>
      <w id="v-full-by-reservation">Full by reservation</w>
      <w id="v-partial">Partial</w>
      <w id="v-none">None</w>
      <w id="v-not-assessed">Not assessed</w>
      <w id="v-">Not obligatory</w>
      <w id="s-full">Full</w>
      <w id="s-full-by-option">Opt.</w>
      <w id="s-full-by-reservation">Res.</w>
      <w id="s-partial">Part</w>
      <w id="s-none">None</w>
      <w id="s-not-assessed">?</w>
      <w id="s-">–</w>
      <w id="e-full">All that is demanded is covered.</w>
      <w id="e-full-by-option">What is left out is what the instrument lets a Party leave out by its own law.</w>
      <w id="e-full-by-reservation">What is left out is excused by a reservation of the State.</w>
      <w id="e-partial">Part of what is demanded is covered, and nothing excuses the rest.</w>
      <w id="e-none">The law was read, and nothing in it answers the demand.</w>
      <w id="e-not-assessed">Nobody has read the law for this, or not for all of it.</w>
      <w id="e-basis">The weakest source and the oldest consultation behind a verdict stand in brackets.</w>

      <w id="b-text">text</w>
      <w id="b-secondary">secondary</w>
      <w id="b-unverified">unverified</w>
      <w id="no-date">no date</w>
      <w id="b-long-text">read in the official text</w>
      <w id="b-long-secondary">read in an account of it</w>
      <w id="b-long-unverified">not verified</w>

      <w id="legislate">What to legislate</w>
      <w id="legislate-lede">What binds and is neither covered nor excused. Where a law of another State supplies all that is missing, it is named as a model.</w>
      <w id="legislate-other">Not covered, and left to the Party or to its endeavours</w>
      <w id="nothing-missing">Nothing is missing, as far as the law was read.</w>
      <w id="not-read">What nobody has read the law for is not listed here.</w>
      <w id="models">Model provisions of other States</w>
      <w id="all-above">all that has a model here</w>
      <w id="alternative">Alternative</w>

      <w id="articles">Article by article</w>
      <w id="article">Article</w>
      <w id="assessed">demands read for</w>
      <w id="supplied">What supplies it</w>
      <w id="provision">Provision</w>
      <w id="for">For</w>
      <w id="penalty">Penalty</w>
      <w id="source">Source</w>
      <w id="read-with">with</w>
      <w id="conditional">only under a condition</w>
      <w id="source-of-article">Source of the article</w>
      <w id="inherited">Not measured here, because nothing of it is covered to begin with:</w>
      <w id="conflict">Conflict with what must not be covered</w>
      <w id="to-top">Back to the overview</w>

      <w id="prison">prison</w>
      <w id="one-penalty-unit">penalty unit</w>
      <w id="unit-penalty-unit">penalty units</w>
      <w id="one-currency-point">currency point</w>
      <w id="unit-currency-point">currency points</w>
      <w id="fine">fine</w>
      <w id="up-to">up to</w>
      <w id="at-least">at least</w>
      <w id="no-penalty">–</w>
      <w id="year">year</w>
      <w id="years">years</w>
      <w id="month">month</w>
      <w id="months">months</w>
      <w id="day">day</w>
      <w id="days">days</w>

      <w id="beyond">What goes further than asked</w>
      <w id="each">, in each case</w>
      <w id="beyond-lede">The link leads to the article on the same matter.</w>
      <w id="further">Goes further than asked</w>
      <w id="further-over">of which overreach</w>
      <w id="c-overreach">Overreach: it covers what ought to be free</w>
      <w id="c-broader">Broader than asked</w>
      <w id="c-none">Other cases nobody asked for</w>
      <w id="unasked">The instrument does not ask for these at all</w>
      <w id="nothing-beyond">It covers nothing that the instrument does not ask for.</w>

      <w id="sources">Sources</w>
      <w id="sources-caption">Laws and instruments referred to, and how they are known</w>
      <w id="title">Title</w>
      <w id="basis">Basis</w>
      <w id="consulted">Consulted</w>
      <w id="link">Link and note</w>
      <w id="never">never</w>

      <w id="matrix-caption">Verdicts by article of the instrument</w>
      <w id="who">State or law</w>
      <w id="key">Articles</w>
      <w id="matrix-counts">How many articles got which verdict</w>
      <w id="no-matrix">There are no verdicts to show.</w>

      <w id="compare-caption">Articles of the first instrument and their counterparts</w>
      <w id="counterpart">Counterpart</w>
      <w id="d-duty">Duty</w>
      <w id="d-option">Floor, options used</w>
      <w id="d-reservation">Floor, reservations made</w>
      <w id="no-counterpart">No counterpart</w>
      <w id="unread">Its counterpart was not read: article</w>
      <w id="unread-count">Counterparts that were not read:</w>
      <w id="concordance">Concordance</w>
      <w id="concordance-caption">What became of each article from one version to the other</w>
      <w id="earlier">Earlier</w>
      <w id="later">Later</w>
      <w id="fate">What became of it</w>
      <w id="f-">Not known</w>
      <w id="f-same">Same</w>
      <w id="f-kept">Same number; whether it asks the same is not known</w>
      <w id="f-moved">Moved</w>
      <w id="f-changed">Changed</w>
      <w id="f-moved-and-changed">Moved and changed</w>
      <w id="f-added">Added</w>
      <w id="f-dropped">Dropped</w>
      <w id="f-moved-same">Moved, asks the same</w>
      <w id="without-counterpart">articles that demand anything have no counterpart</w>
      <w id="r-equal">equal</w>
      <w id="r-narrower">narrower</w>
      <w id="r-wider">wider</w>
      <w id="r-overlapping">overlapping</w>
      <w id="r-absent">absent</w>
      <w id="x-equal">Both articles demand the same.</w>
      <w id="x-narrower">The article of the first demands only part of what the other does.</w>
      <w id="x-wider">The article of the first demands all that the other does, and more.</w>
      <w id="x-overlapping">They have something in common, and each something alone.</w>
      <w id="x-absent">They have nothing in common.</w>
      <w id="relations">What the relations mean</w>
      <w id="differences">Differences, article by article</w>
      <w id="only-second">What only the other asks</w>
      <w id="nothing-differs">Nothing stands otherwise.</w>

      <w id="dual-map">Matters at a glance</w>
      <w id="dual-lede">Of the matters that each article demands, how many both laws cover; the link leads to the findings.</w>
      <w id="dual-counts">Matters by answer, with the number they are out of</w>
      <w id="matters">All matters</w>
      <w id="legend-dual">What the answers mean</w>
      <w id="facts">Facts</w>
      <w id="answer">Answer</w>
      <w id="t-both">Both</w>
      <w id="t-depends">Depends</w>
      <w id="t-one-sided">One-sided</w>
      <w id="t-neither">Neither</w>
      <w id="t-not-assessed">Not assessed</w>
      <w id="u-both">Both laws cover it.</w>
      <w id="u-depends">It depends on facts that are not given, or on a condition.</w>
      <w id="u-one-sided">One law covers it, at least in part, and the other nothing of it.</w>
      <w id="u-neither">No law covers it.</w>
      <w id="u-not-assessed">A side that does not cover it was not read for it.</w>

      <w id="safe-map">Safeguards at a glance</w>
      <w id="safe-caption">Safeguards by power</w>
      <w id="safeguard">Safeguard</w>
      <w id="powers">Power by power</w>
      <w id="general-power">For no power in particular</w>
      <w id="the-power">The power</w>
      <w id="no-safeguard">No safeguard is asked for it.</w>
      <w id="not-asked">not asked</w>
      <w id="not-held">Powers that it does not have</w>
      <w id="not-sought">Powers that nobody has looked for, or not for all of them</w>
      <w id="untied">Powers whose safeguards cannot be measured by this vocabulary</w>
      <w id="no-power">No power was found whose safeguards could be looked at.</w>
    </words>
    <words lang="es">
      <w id="skip">Ir al contenido</w>
      <w id="contents">Contenido</w>
      <w id="as-at">Al</w>
      <w id="corpus">Corpus</w>
      <w id="digest">Huella del corpus</w>
      <w id="software">Calculado por</w>
      <w id="with">Como si estuviera en vigor</w>
      <w id="with-action">Como si se hubiera realizado</w>
      <w id="sources-used">Fuentes usadas</w>
      <w id="only-text">solo hechos leídos en textos oficiales</w>
      <w id="only-secondary">sin hechos no verificados</w>
      <w id="disclaimer">Calculado a partir de las disposiciones tal como están codificadas en el corpus; decide el texto de la ley, y esto no es asesoramiento jurídico.</w>
      <w id="names-in">Títulos y denominaciones en «</w>
      <w id="else-in">» donde los hay; todo lo demás en español [es].</w>
      <w id="q-report">Informe</w>
      <w id="q-coverage">Cobertura</w>
      <w id="q-gaps">Lo que falta</w>
      <w id="q-beyond">Lo que va más lejos</w>
      <w id="q-matrix">Matriz</w>
      <w id="q-compare">Comparación</w>
      <w id="q-dual">Doble incriminación</w>
      <w id="q-safeguards">Facultades y salvaguardias</w>
      <w id="measured">frente a</w>
      <w id="compared">comparado con</w>
      <w id="and">y</w>
      <w id="to">a</w>
      <w id="or">o</w>
      <w id="of">de</w>
      <w id="none-at-all">Ninguno</w>

      <w id="map">Los artículos de un vistazo</w>
      <w id="map-lede">Cada artículo que obliga, con su veredicto; el enlace lleva al análisis.</w>
      <w id="legend">Qué significan los veredictos</w>
      <w id="counts">Recuento</w>
      <w id="counts-caption">Veredictos por clase de obligación, con el total sobre el que se cuentan</w>
      <w id="duty">Obligación</w>
      <w id="all">Todos</w>
      <w id="m-shall">Artículos que obligan</w>
      <w id="m-endeavour">Demandas de procurar</w>
      <w id="m-consider">Demandas de considerar</w>
      <w id="m-may">Materias que quedan a las Partes</w>
      <w id="phrase-endeavour">se procurará</w>
      <w id="phrase-consider">se considerará</w>
      <w id="phrase-may">queda a la Parte</w>
      <w id="notes-on-state">Notas sobre este Estado</w>
      <w id="no-duty">Sin obligación de legislar: artículos</w>
      <w id="carried">Lo que exigen consta en otros artículos: artículos</w>
      <w id="not-coded">No se sabe, pues nadie ha examinado lo que exigen: artículos</w>

      <w id="v-full">Completa</w>
      <w id="v-full-by-option">Completa por opción</w>
      <w id="v-full-by-reservation">Completa por reserva</w>
      <w id="v-partial">Parcial</w>
      <w id="v-none">Ninguna</w>
      <w id="v-not-assessed">Sin evaluar</w>
      <w id="v-">No obligatorio</w>
      <w id="s-full">Sí</w>
      <w id="s-full-by-option">Opc.</w>
      <w id="s-full-by-reservation">Res.</w>
      <w id="s-partial">Parc.</w>
      <w id="s-none">No</w>
      <w id="s-not-assessed">?</w>
      <w id="s-">–</w>
      <w id="e-full">Está cubierto todo lo que se exige.</w>
      <w id="e-full-by-option">Lo que se omite es lo que el instrumento permite omitir por la propia ley.</w>
      <w id="e-full-by-reservation">Lo que se omite está amparado por una reserva del Estado.</w>
      <w id="e-partial">Está cubierta una parte de lo que se exige, y nada excusa el resto.</w>
      <w id="e-none">La ley se leyó y nada en ella responde a lo exigido.</w>
      <w id="e-not-assessed">Nadie ha leído la ley para esto, o no para todo ello.</w>
      <w id="e-basis">Entre corchetes, la fuente más débil y la consulta más antigua en que descansa un veredicto.</w>

      <w id="b-text">texto</w>
      <w id="b-secondary">secundaria</w>
      <w id="b-unverified">sin verificar</w>
      <w id="no-date">sin fecha</w>
      <w id="b-long-text">leído en el texto oficial</w>
      <w id="b-long-secondary">leído en una exposición de él</w>
      <w id="b-long-unverified">sin verificar</w>

      <w id="legislate">Qué legislar</w>
      <w id="legislate-lede">Lo que obliga y no está cubierto ni excusado. Cuando una ley de otro Estado cubre todo lo que falta, se nombra como modelo.</w>
      <w id="legislate-other">Sin cubrir, y dejado a la Parte o a su empeño</w>
      <w id="nothing-missing">No falta nada, en la medida en que la ley se leyó.</w>
      <w id="not-read">Aquí no figura aquello para lo que nadie ha leído la ley.</w>
      <w id="models">Disposiciones modelo de otros Estados</w>
      <w id="all-above">todo lo que aquí tiene modelo</w>
      <w id="alternative">Alternativa</w>

      <w id="articles">Artículo por artículo</w>
      <w id="article">Artículo</w>
      <w id="assessed">demandas leídas, de</w>
      <w id="supplied">Qué lo cubre</w>
      <w id="provision">Disposición</w>
      <w id="for">Para</w>
      <w id="penalty">Pena</w>
      <w id="source">Fuente</w>
      <w id="read-with">con</w>
      <w id="conditional">solo bajo condición</w>
      <w id="source-of-article">Fuente del artículo</w>
      <w id="inherited">No se mide aquí, porque nada de ello está cubierto:</w>
      <w id="conflict">Conflicto con lo que no debe cubrirse</w>
      <w id="to-top">Volver al resumen</w>

      <w id="prison">prisión</w>
      <w id="one-penalty-unit">unidad de multa (penalty unit)</w>
      <w id="unit-penalty-unit">unidades de multa (penalty units)</w>
      <w id="one-currency-point">punto monetario (currency point)</w>
      <w id="unit-currency-point">puntos monetarios (currency points)</w>
      <w id="fine">multa</w>
      <w id="up-to">hasta</w>
      <w id="at-least">al menos</w>
      <w id="no-penalty">–</w>
      <w id="year">año</w>
      <w id="years">años</w>
      <w id="month">mes</w>
      <w id="months">meses</w>
      <w id="day">día</w>
      <w id="days">días</w>

      <w id="beyond">Lo que va más lejos de lo exigido</w>
      <w id="each">, en cada caso</w>
      <w id="beyond-lede">El enlace lleva al artículo sobre la misma materia.</w>
      <w id="further">Va más lejos de lo exigido</w>
      <w id="further-over">de ello, exceso</w>
      <w id="c-overreach">Exceso: cubre lo que debería ser libre</w>
      <w id="c-broader">Más amplio de lo exigido</w>
      <w id="c-none">Otros casos que nadie exige</w>
      <w id="unasked">El instrumento no exige nada de esto</w>
      <w id="nothing-beyond">No cubre nada que el instrumento no exija.</w>

      <w id="sources">Fuentes</w>
      <w id="sources-caption">Leyes e instrumentos citados, y cómo se conocen</w>
      <w id="title">Título</w>
      <w id="basis">Base</w>
      <w id="consulted">Consulta</w>
      <w id="link">Enlace y nota</w>
      <w id="never">nunca</w>

      <w id="matrix-caption">Veredictos por artículo del instrumento</w>
      <w id="who">Estado o ley</w>
      <w id="key">Artículos</w>
      <w id="matrix-counts">Cuántos artículos obtuvieron qué veredicto</w>
      <w id="no-matrix">No hay veredictos que mostrar.</w>

      <w id="compare-caption">Artículos del primer instrumento y sus correspondientes</w>
      <w id="counterpart">Correspondiente</w>
      <w id="d-duty">Obligación</w>
      <w id="d-option">Mínimo, con opciones</w>
      <w id="d-reservation">Mínimo, con reservas</w>
      <w id="no-counterpart">Sin correspondiente</w>
      <w id="unread">No se ha leído su correspondiente: artículo</w>
      <w id="unread-count">Correspondientes que no se han leído:</w>
      <w id="concordance">Concordancia</w>
      <w id="concordance-caption">Qué fue de cada artículo de una versión a la otra</w>
      <w id="earlier">Antes</w>
      <w id="later">Después</w>
      <w id="fate">Qué fue de él</w>
      <w id="f-">No se sabe</w>
      <w id="f-same">Igual</w>
      <w id="f-kept">Mismo número; no se sabe si exige lo mismo</w>
      <w id="f-moved">Cambia de número</w>
      <w id="f-changed">Modificado</w>
      <w id="f-moved-and-changed">Cambia de número, modificado</w>
      <w id="f-added">Añadido</w>
      <w id="f-dropped">Suprimido</w>
      <w id="f-moved-same">Cambia de número, exige lo mismo</w>
      <w id="without-counterpart">artículos que exigen algo no tienen correspondiente</w>
      <w id="r-equal">igual</w>
      <w id="r-narrower">más estrecha</w>
      <w id="r-wider">más amplia</w>
      <w id="r-overlapping">coincide en parte</w>
      <w id="r-absent">nada en común</w>
      <w id="x-equal">Los dos artículos exigen lo mismo.</w>
      <w id="x-narrower">El artículo del primero exige solo parte de lo que exige el otro.</w>
      <w id="x-wider">El artículo del primero exige todo lo que exige el otro, y más.</w>
      <w id="x-overlapping">Tienen algo en común, y cada uno algo propio.</w>
      <w id="x-absent">No tienen nada en común.</w>
      <w id="relations">Qué significan las relaciones</w>
      <w id="differences">Diferencias, artículo por artículo</w>
      <w id="only-second">Lo que solo exige el otro</w>
      <w id="nothing-differs">Nada es distinto.</w>

      <w id="dual-map">Las materias de un vistazo</w>
      <w id="dual-lede">De las materias que exige cada artículo, cuántas cubren las dos leyes; el enlace lleva al análisis.</w>
      <w id="dual-counts">Materias por respuesta, con el total sobre el que se cuentan</w>
      <w id="matters">Todas las materias</w>
      <w id="legend-dual">Qué significan las respuestas</w>
      <w id="facts">Hechos</w>
      <w id="answer">Respuesta</w>
      <w id="t-both">Ambas</w>
      <w id="t-depends">Depende</w>
      <w id="t-one-sided">Solo una</w>
      <w id="t-neither">Ninguna</w>
      <w id="t-not-assessed">Sin evaluar</w>
      <w id="u-both">Las dos leyes lo cubren.</w>
      <w id="u-depends">Depende de hechos que no se dan, o de una condición.</w>
      <w id="u-one-sided">Una ley lo cubre, al menos en parte, y la otra no cubre nada de ello.</w>
      <w id="u-neither">Ninguna ley lo cubre.</w>
      <w id="u-not-assessed">Una ley que no lo cubre no se leyó para ello.</w>

      <w id="safe-map">Las salvaguardias de un vistazo</w>
      <w id="safe-caption">Salvaguardias por facultad</w>
      <w id="safeguard">Salvaguardia</w>
      <w id="powers">Facultad por facultad</w>
      <w id="general-power">Para ninguna facultad en particular</w>
      <w id="the-power">La facultad</w>
      <w id="no-safeguard">No se exige ninguna salvaguardia para ella.</w>
      <w id="not-asked">no se exige</w>
      <w id="not-held">Facultades que no tiene</w>
      <w id="not-sought">Facultades que nadie ha buscado, o no del todo</w>
      <w id="untied">Facultades cuyas salvaguardias no se pueden medir con este vocabulario</w>
      <w id="no-power">No se encontró ninguna facultad cuyas salvaguardias pudieran examinarse.</w>
    </words>
  </xsl:variable>

  <!-- "es" of "es-MX"; English where there is no list. -->
  <xsl:variable name="asked" select="substring-before(concat(/r:report/@xml:lang, '-'), '-')"/>
  <xsl:variable name="lists" select="exsl:node-set($table)/words"/>
  <xsl:variable name="list" select="($lists[@lang = $asked] | $lists[not($lists[@lang = $asked])][@lang = 'en'])[1]"/>
  <xsl:variable name="lang" select="string($list/@lang)"/>
  <xsl:variable name="w" select="$list/w"/>
  <!-- That of titles and labels where there are any: what was asked for, though the page has no words in it. -->
  <xsl:variable name="wanted" select="substring-before(concat((/r:report/@asked | /r:report[not(@asked)]/@xml:lang)[1], '-'), '-')"/>

  <!-- From best to worst, not assessed last. -->
  <xsl:variable name="verdict-list">
    <v>full</v><v>full-by-option</v><v>full-by-reservation</v><v>partial</v><v>none</v><v>not-assessed</v>
  </xsl:variable>
  <xsl:variable name="verdicts" select="exsl:node-set($verdict-list)/v"/>
  <xsl:variable name="duality-list">
    <v>both</v><v>depends</v><v>one-sided</v><v>neither</v><v>not-assessed</v>
  </xsl:variable>
  <xsl:variable name="dualities" select="exsl:node-set($duality-list)/v"/>
  <xsl:variable name="relation-list">
    <v>equal</v><v>wider</v><v>narrower</v><v>overlapping</v><v>absent</v>
  </xsl:variable>
  <xsl:variable name="relations" select="exsl:node-set($relation-list)/v"/>
</xsl:stylesheet>
