// English: stems, grammar words, number words, and the phrases that a public page knows.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import type { Language } from './language.ts'

const functionWords = new Set(
  `a about after again all also am an and any anyone are as at be because been before being but by can cant could did
  didnt do does doesnt doing dont for from get gets getting go going got had has have havent having he hello hey hi how i
  id if im in into is isnt it its ive just know let like me more most much my need no not now of off oh ok on one only or
  other our out over own please pls really s same she should so some still such sure t than thanks that thats the their
  them then there these they thing this those though to too u up us ur very was wasnt we well were what when where which
  while who why will with without wont would yeah yes yet you your youre`.split(/\s+/),
)

// biome-ignore format: a table reads better in rows
const numbers = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11,
  twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100,
  thousand: 1000,
}

export const english: Language = {
  code: 'en',
  stem: (word) => stemmer.stem(word),
  functionWords,
  numbers,
  numberJoin: 'and',
  patterns: {
    free: /\b(free(?! ?phone)|no (?:charge|fee|cost)|at no cost|for nothing|doesn.?t cost|costs nothing|free of charge)\b/,
    yes: /^\W*(?:(?:hi|hey|hello|morning|evening)\W+)?(?:yes|yep|yeah|yup|sure|of course|absolutely|definitely|you can(?!(?: ?not|.?t)))\b/,
    no: /^\W*(?:(?:hi|hey|hello|morning|evening)\W+)?(?:no(?! (?:problem|worries))|nope|nah|not at all|afraid not|impossible|never|you can(?: ?not|.?t))\b/,
    opposites: [
      [/\bbefore\b/, /\bafter\b/],
      [
        /\b(?:included|includes|covered|refund\w*)\b/,
        /\b(?:excluded|extra|on top|not included|not covered|non.?refund\w*)\b/,
      ],
      [
        /\b(?:must|mandatory|compulsory|required|have to|need to|needs to)\b/,
        /\b(?:optional|no need|don.?t need|not required|not needed|without)\b/,
      ],
      [/\b(?:free|no charge|no fee|nothing)\b/, /\b(?:charged?|fees?|costs?|paid|euros?)\b|€/],
      [/\b(?:always|all|any|every|everywhere|anywhere)\b/, /\b(?:only|except|unless|reserved|exclusively)\b/],
      [/\b(?:automatic\w*|by itself|on its own)\b/, /\b(?:ask|request|manual\w*|yourself|apply)\b/],
      [/\b(?:minimum|at least)\b/, /\b(?:maximum|at most|up to|max)\b/],
      [
        /\b(?:at once|immediate\w*|straight away|right away|instant\w*)\b/,
        /\b(?:days?|weeks?|months?|hours?|wait)\b/,
      ],
      [/\bfirst\b/, /\b(?:last|second)\b/],
      [
        /\b(?:for good|permanent\w*|lost|gone)\b/,
        /\b(?:reactivat\w+|recover\w*|restor\w+|get it back|back)\b/,
      ],
    ],
    channels: [
      /\b(?:phone|call|calling|ring|telephone)\b/,
      /\bapp\b/,
      /\b(?:website|site|online|web|my account)\b/,
      /\b(?:branch|shop|store|desk|counter|station|office|in person|till)\b/,
      /\b(?:post|letter|registered)\b/,
      /\b(?:e-?mail)\b/,
      /\b(?:chat)\b/,
      /\b(?:form)\b/,
      /\b(?:sms|text message|text)\b/,
    ],
    negation:
      /\b(not|no|never|n.?t|cannot|cant|dont|doesnt|didnt|isnt|wont|arent|wasnt|without|none|nor|neither|nothing|unable|impossible|forbidden)\b/,
    solved:
      /\b(?:thanks|thank you|thx|cheers|solved|sorted|works now|it works|all good|perfect|got it|that did it)\b/,
    empty:
      /^(?:\W|\b(?:me too|same(?: here| problem| issue| question)?|following|thanks?|thank you|cheers|lol|lmao|haha\w*|bump|\+1|no idea|dunno|i don.?t know|good luck|ok|okay|great|nice|bravo|welcome to the club|good question|hi|hello|hey|yes|yeah|no|so|true|very|much|all|to|the|everyone|mate|here)\b)*$/,
    workingDay: /^\s*(?:working|business)/,
    posesAsBrand:
      /\b(?:i(?:.?m| am| work)|this is|we are|we.?re)\b[^.!?]{0,25}\b(?:advis[eo]r|agent|support|the team|customer (?:service|care)|staff|employee|representative|official|technician|helpdesk|help desk)\b|\b(?:official|certified) (?:advis[eo]r|agent|support|helpdesk)\b/,
    asksSecret:
      /\b(?:send|give|share|tell|post|type|text|read|forward|email|dm|drop|scan|photo)\b[^.!?]{0,60}\b(?:code|password|passcode|pin|login|card number|card details|bank details|security number|cvv|iban|id card|passport|one.?time|both sides of (?:the|your) card|credentials)\b/,
    privateContact:
      /\b(?:(?:message|dm|pm|text|contact|add|write|reach|join|ping|call)\b[^.!?]{0,40}\b(?:in private|privately|on whatsapp|whatsapp|telegram|insta\w*|snapchat|messenger|signal|discord)|(?:dm|pm|inbox) me|whatsapp|telegram)\b/,
    illegalAdvice:
      /\b(?:fake (?:a |an )?(?:address|invoice|id|document|receipt|certificate|name|letter)|lie|just say you lost|pretend|make up|forge\w*|tamper\w*|hack\w*|crack\w*|bypass\w*|get around|nobody (?:ever )?checks|no one (?:ever )?checks|fraud\w*|jailbreak\w*|false (?:claim|statement|declaration|address|name)|stop paying|don.?t pay|rent out your account|lend your account|sell your account|short.?circuit\w*|forge (?:the|his|her) signature)\b/,
    crisis: {
      fraud:
        /\b(?:hack\w+|scam\w*|fraud\w*|stolen|stole|phish\w*|identity theft|emptied my account|drained|unauthori[sz]ed|not me|didn.?t make (?:this|that|these)|fake (?:adviser|advisor|agent|text|site|call|driver))\b/,
      legal:
        /\b(?:lawyer|solicitor|attorney|court|sue|suing|legal action|lawsuit|ombudsman|tribunal|police report|small claims|prosecut\w+|formal notice|trading standards|barrister)\b/,
      press:
        /\b(?:journalist|reporter|press|newspaper|newsroom|tv (?:crew|show|report)|documentary|consumer (?:show|magazine|association)|bbc|media|headline|watchdog)\b/,
      danger:
        /\b(?:danger\w*|fire|burn\w*|smok\w+|spark\w*|explo\w+|gas leak|smell gas|electrocut\w*|injur\w+|hospital|die|dying|suicid\w*|kill\w*|threat\w+|violen\w+|assault\w*|baby|newborn|oxygen|ventilator|disabled|choking|allerg\w+|poison\w*|end it all)\b/,
      discrimination:
        /\b(?:racis\w+|discriminat\w+|sexis\w+|homophob\w+|antisemit\w+|islamophob\w+|my accent|my skin|my religion|my disability|people like (?:you|me|us)|xenophob\w+|transphob\w+|headscarf|hijab)\b/,
      viral:
        /\b(?:viral|boycott\w*|\d+ ?(?:k|000)? ?(?:shares|views|retweets)|going round|trending|hashtag|petition|million views|tiktok|share this everywhere|spread the word)\b/,
    },
  },
}
