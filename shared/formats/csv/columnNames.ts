import { words } from './fold.ts'

/** What a column can mean. `words` are the customer's own; `pains` may hold several values in a cell. */
export const ROLES = [
  'words',
  'customer',
  'id',
  'segment',
  'persona',
  'channel',
  'stage',
  'touchpoint',
  'date',
  'score',
  'scoreScale',
  'sentiment',
  'pains',
  'source',
  'prompt',
] as const
export type Role = (typeof ROLES)[number]

/** Names of columns, without accents, in the languages that exports come in; within a role the surest first. */
const NAMES: { readonly [R in Role]: readonly string[] } = {
  words: [
    'verbatim|verbatims|quote|quotes|quote text|customer quote|words|comment text|feedback text|review text|response text',
    'comment|comments|feedback|customer feedback|review|reviews|free text|open text|open ended response|open response',
    'answer|answers|response|responses|statement|complaint|consumer complaint narrative|narrative|complaint narrative|text',
    'message|content|body|note|notes|description|remarks|what they said|testimonial',
    'zitat|zitate|kommentar|kommentare|ruckmeldung|antwort|aussage|freitext|bewertungstext|wortlaut',
    'commentaire|commentaires|citation|reponse|avis|temoignage|comentario|comentarios|cita|respuesta|opinion',
    'commento|commenti|citazione|risposta|recensione|opmerking|opmerkingen|citaat|antwoord|reactie|resposta',
    'kommentti|palaute|svar|citat|komentarz|wypowiedz|odpowiedz',
  ],
  customer: [
    'customer|customer id|customer key|customer number|customer no|respondent|respondent id|participant|participant id',
    'patient|patient id|user|user id|person|person id|client|client id|member|member id|guest|interviewee|panelist',
    'customer name|customer email|respondent email|email|email address|e mail|author|reviewer|username|contact|contact id',
    'kunde|kundin|kunden id|kundennummer|teilnehmer|teilnehmer id|befragter|nutzer|klient',
    'client|identifiant client|repondant|participante|cliente|usuario|encuestado|utente|intervistato|klant|klant id',
    'klantnummer|deelnemer|respondente|kund|asiakas|klient|uczestnik',
  ],
  id: [
    'quote id|quoteid|response id|comment id|feedback id|complaint id|review id|answer id|record id|survey response id',
    'id|ref|reference|uuid|guid|ticket id|ticket|case id|submission id|entry id|key',
    'antwort id|kommentar id|zitat id|identifiant|reponse id|identificador|id respuesta|antwoord id',
  ],
  segment: [
    'segment|customer segment|group|customer group|cohort|type of customer|customer type|tags|tier|audience',
    'kundensegment|kundengruppe|zielgruppe|segmento|grupo|gruppo|groupe|doelgroep|klantgroep',
  ],
  persona: ['persona|personas|persona name|archetype'],
  channel: [
    'channel|contact channel|channels|medium|submitted via|via|kanal|canal|canale|kanaal|contact method',
    'kontaktkanal|kontaktweg',
  ],
  stage: [
    'stage|journey stage|phase|journey phase|customer journey stage|lifecycle stage|step of journey|funnel stage',
    'etappe|abschnitt|reisephase|etape|fase|etapa|fase del viaje|vaihe|faza|etap',
  ],
  touchpoint: [
    'touchpoint|touch point|touchpoints|contact point|step|interaction|moment|topic|theme|category|issue',
    'kontaktpunkt|beruhrungspunkt|thema|kategorie|point de contact|theme|categorie|punto de contacto|tema|categoria',
    'punto di contatto|contactpunt|thema|categorie|kontaktpunkt|temat',
  ],
  date: [
    'date|said on|response date|submission date|date submitted|date received|created at|created|submitted at|timestamp',
    'completed|completed at|recorded date|end date|day|time|survey date|review date',
    'datum|antwortdatum|zeitpunkt|erstellt am|fecha|data|date de reponse|dato|pvm|paivamaara|data odpowiedzi',
  ],
  score: [
    'score|rating|nps|nps score|csat|csat score|ces|ces score|satisfaction|satisfaction score|stars|star rating|grade',
    'fft|fft score|likelihood to recommend|overall satisfaction|overall rating|points|mark',
    'bewertung|note|punkte|zufriedenheit|punktzahl|sterne|note globale|satisfaction|etoiles|puntuacion|puntaje|nota',
    'valoracion|punteggio|voto|score klant|cijfer|waardering|betyg|arvosana|ocena|classificacao',
  ],
  scoreScale: [
    'score scale|scale|rating scale|score key|score meaning|scale description|scoring|score legend',
    'skala|bewertungsskala|echelle|escala|scala|schaal',
  ],
  sentiment: [
    'sentiment|sentiment label|polarity|tone|mood|emotion|attitude|worked|kind',
    'stimmung|tonalitat|polarite|sentimiento|sentimento|humeur|stemming',
  ],
  pains: [
    'pain points|pain point|painpoints|painpoint|pains|pain|problem|problems|issues|frustration|frustrations|tags pain',
    'schmerzpunkt|schmerzpunkte|probleme|points de douleur|point de douleur|irritants|puntos de dolor|problemas|dolores',
    'problemi|pijnpunten|pijnpunt',
  ],
  source: [
    'source|survey|survey name|study|dataset|data source|origin|questionnaire|panel|wave|project',
    'quelle|umfrage|befragung|studie|enquete|sondage|fuente|encuesta|fonte|sondaggio|bron|enquete naam|kalla|zrodlo',
  ],
  prompt: [
    'prompt|question|question asked|question text|survey question|item|asked',
    'frage|fragetext|fragestellung|pregunta|domanda|vraag|pergunta|fraga|kysymys|pytanie',
  ],
}

const BY_NAME: ReadonlyMap<string, { role: Role; surety: number }> = new Map(
  // The first role that lists a name keeps it.
  ROLES.flatMap(role =>
    NAMES[role].flatMap((names, rank) =>
      names.split('|').map(name => [name, { role, surety: 1 - rank / 20 }] as const),
    ),
  ).reverse(),
)

/** What a column's name says: its role, and how sure that is, from above 0 to 1. Null when it says nothing. */
export function knownRole(name: string): { role: Role; surety: number } | null {
  return BY_NAME.get(words(name)) ?? null
}

/** What single words within a longer name say, for names such as "Your overall rating (1–5)". */
const PARTS: readonly [RegExp, Role][] = [
  [/\b(?:score|rating|skala) scale\b|\bscale\b/, 'scoreScale'],
  [/\bpain\b|\bfrustrations?\b/, 'pains'],
  [/\b(?:verbatims?|quotes?|comments?|feedback|free ?text|kommentare?|commentaires?|comentarios?)\b(?! id)/, 'words'],
  [/\bjourney (?:stage|phase)\b|\bstage\b/, 'stage'],
  [/\btouch ?points?\b/, 'touchpoint'],
  [/\bpersonas?\b/, 'persona'],
  [/\bsegment\b/, 'segment'],
  [/\bsentiment\b/, 'sentiment'],
  [/\b(?:nps|csat|rating|score|stars|satisfaction)\b/, 'score'],
  [/\b(?:customer|respondent|participant|patient|kunden?|client)\b.*\b(?:id|key|no|number|nummer|code)\b/, 'customer'],
  [/\bchannel\b|\bkanal\b/, 'channel'],
  [/\bdate\b|\bdatum\b|\bfecha\b|\btimestamp\b/, 'date'],
  [/\bsurvey\b|\bsource\b|\bumfrage\b/, 'source'],
]

/** What a longer name hints at; less sure than a known one. */
export function hintedRole(name: string): Role | null {
  const plain = words(name)
  if (plain.length > 60) return null
  return PARTS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}
