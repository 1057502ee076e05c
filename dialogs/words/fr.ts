// French, as a brand speaks it on its pages: tu or vous, short, warm, without ceremony.
import { frDesk } from './fr-desk.ts'
import type { Language, ReplyWords } from './language.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const vous = /(?<!\p{L})(?:vous|votre|vos|vôtres?|(?!chez|assez|nez|rez)\p{L}+ez)(?!\p{L})/iu
const tu = /(?<!\p{L})(?:tu|te|toi|ton|ta|tes|t['’](?=\p{L}))(?!['’])/iu

const night = [
  'Bien reçu, merci. Notre équipe est de retour {when} et {te|vous} répondra à ce moment-là.',
  '{Ta|Votre} question est bien notée. Un conseiller la reprend {when}, si personne n’y a répondu d’ici là.',
  'Merci pour {ton|votre} message. À cette heure-ci le bureau est fermé ; on s’en occupe {when}.',
  'On a bien lu {ta|votre} question. L’équipe revient {when} et {te|vous} répond ici même.',
  '{Ton|Votre} message ne sera pas oublié : un conseiller le lit {when}. La communauté peut répondre d’ici là.',
  'C’est noté. Nous sommes de retour {when}, la réponse viendra sur ce fil.',
  'Merci {asker}, c’est noté. L’équipe reprend {when} et {te|vous} répond ici.',
  'Question bien reçue. Il est un peu tard pour joindre l’équipe, elle s’y remet {when}.',
]

const reply: ReplyWords = {
  greeting: ['Bonjour {asker},', 'Bonjour {asker},', '{asker}, bonjour.', 'Bonjour,', 'Bonjour.'],
  acknowledgeOpen: [
    'Bien reçu, merci. Un conseiller {te|vous} répond d’ici {within}, si la communauté ne l’a pas fait avant.',
    'Merci pour {ton|votre} message. On regarde et on revient vers {toi|vous} d’ici {within}.',
    '{Ta|Votre} question est bien arrivée. Une réponse suit ici d’ici {within}.',
    'C’est noté, on s’en occupe. Réponse sur ce fil d’ici {within}.',
    'On a bien lu {ta|votre} question. Quelqu’un de l’équipe y répond d’ici {within}.',
    'Merci d’avoir posé la question ici. On {te|vous} répond d’ici {within}.',
    'Bien vu, merci. Si personne n’a la réponse entre-temps, l’équipe la donne d’ici {within}.',
    'Message bien reçu. Un conseiller prend le relais d’ici {within}.',
    'Merci {asker}, on a bien {ta|votre} question. L’équipe {te|vous} répond d’ici {within}.',
  ],
  acknowledgeClosed: {
    night,
    weekend: [
      'Bien reçu. C’est le week-end pour l’équipe, elle {te|vous} répond {when}.',
      '{Ta|Votre} question est bien notée. Nos conseillers reviennent {when} ; la communauté peut aider d’ici là.',
      'Merci pour {ton|votre} message. L’équipe se repose ce week-end et s’en occupe {when}.',
      'On a bien lu {ta|votre} question. Retour de l’équipe {when}, réponse sur ce fil.',
      'C’est noté. Un conseiller reprend {ta|votre} question {when}, après le week-end.',
      'Merci {asker}, c’est bien noté. L’équipe est de retour {when}.',
      'Message bien reçu. Le bureau est fermé ce week-end, on {te|vous} répond {when}.',
      '{Ton|Votre} message est entre de bonnes mains : un conseiller le lit {when}.',
    ],
    holiday: [
      'Bien reçu. C’est jour férié aujourd’hui, l’équipe {te|vous} répond {when}.',
      '{Ta|Votre} question est bien notée. Jour férié oblige, un conseiller la reprend {when}.',
      'Merci pour {ton|votre} message. Nos bureaux sont fermés en ce jour férié ; on s’en occupe {when}.',
      'On a bien lu {ta|votre} question. L’équipe revient {when}, après le jour férié.',
      'C’est noté. Nous sommes de retour {when}, la communauté peut aider d’ici là.',
      'Merci {asker}, c’est noté. L’équipe est de retour {when}, après ce jour férié.',
      'Message bien reçu. Réponse {when}, au retour de l’équipe.',
      'Question bien reçue malgré le jour férié : on y répond {when}.',
    ],
    closure: [
      'Bien reçu. Nos bureaux sont exceptionnellement fermés, l’équipe {te|vous} répond {when}.',
      '{Ta|Votre} question est bien notée. L’équipe est absente pour le moment et la reprend {when}.',
      'Merci pour {ton|votre} message. Nous sommes fermés en ce moment ; on s’en occupe {when}.',
      'On a bien lu {ta|votre} question. L’équipe revient {when}.',
      'C’est noté. Réouverture {when}, la réponse viendra sur ce fil.',
      'Merci {asker}, c’est noté. L’équipe est de retour {when}.',
      'Message bien reçu. Réponse {when}, dès la réouverture.',
      'Question bien reçue. La communauté peut aider en attendant notre retour {when}.',
    ],
  },
  acknowledgeUnknown: [
    'Bien reçu, merci. Quelqu’un de l’équipe {te|vous} répond dès que possible.',
    '{Ta|Votre} question est bien notée. La communauté peut répondre, et l’équipe suit ce fil.',
    'Merci pour {ton|votre} message. On s’en occupe et on {te|vous} répond ici.',
    'On a bien lu {ta|votre} question, réponse à venir sur ce fil.',
  ],
  validate: [
    'Merci {member}, c’est exactement ça.',
    'C’est bien ça. Merci {member} pour cette réponse claire.',
    '{member} a tout dit : on confirme.',
    'On confirme ce que dit {member}. Merci pour le coup de main.',
    'Bonne réponse de {member}, rien à ajouter.',
    'Merci à {member}, la réponse est juste.',
    'Oui, c’est la marche à suivre. Merci {member}.',
    '{Tu peux|Vous pouvez} suivre la réponse de {member}, elle est exacte.',
    'Tout est juste dans la réponse de {member}. Merci pour l’entraide.',
    '{member} a raison, {tu peux t’y fier|vous pouvez vous y fier}.',
    'On confirme, la réponse donnée ici est exacte. Merci.',
    'C’est exact, {tu peux|vous pouvez} suivre ce conseil.',
    'La réponse est juste, merci pour le coup de main.',
  ],
  complete: [
    'Merci {member}, c’est juste.',
    '{member} a bien répondu.',
    'C’est bien ça, merci {member}.',
    'On confirme la réponse de {member}, merci.',
    'Merci à {member} pour cette réponse.',
    'Bonne réponse de {member}.',
    'Oui, {member} a raison.',
    '{member} est sur la bonne piste, merci.',
    'C’est exact, merci pour cette réponse.',
    'La réponse donnée ici est juste, merci.',
  ],
  completeLead: [
    'Pour compléter :',
    'Juste à ajouter :',
    'À noter aussi :',
    'Pour être complet :',
    'Un complément :',
    'Bon à savoir aussi :',
    'Une précision en plus :',
    'On ajoute simplement :',
  ],
  correct: [
    'Merci {member} d’avoir pris le temps de répondre.',
    'Merci {member} pour le coup de main.',
    'C’est gentil d’avoir répondu, {member}.',
    'Merci à {member} d’avoir voulu aider.',
    '{member}, merci pour cette réponse.',
    'Merci {member}, on se permet juste une précision.',
    'Merci pour l’entraide, {member}.',
    'Merci {member}, la confusion est fréquente.',
    'Merci d’avoir pris le temps de répondre.',
    'Merci pour cette réponse.',
  ],
  correctLead: [
    'Petite rectification :',
    'Une correction toutefois :',
    'Pour éviter tout malentendu :',
    'La bonne information est la suivante :',
    'À corriger cependant :',
    'En fait :',
    'Pour être précis :',
    'À retenir plutôt :',
  ],
  answerClose: [
    'On reste là si besoin.',
    '{Dis-nous|Dites-nous} si ça coince.',
    'Bonne journée.',
    'On suit ce fil si {tu as|vous avez} une autre question.',
    '{Tiens-nous|Tenez-nous} au courant.',
    'En espérant que ça {t’aide|vous aide}.',
    '{Reviens|Revenez} vers nous ici au besoin.',
    'Voilà pour l’essentiel.',
  ],
  linkLead: [
    'Tout est ici :',
    'Le détail est là :',
    'Plus d’infos :',
    'La page à garder sous la main :',
    'Pour en savoir plus :',
  ],
  handOver: [
    'Pour {te|vous} répondre, il faut regarder {ton|votre} dossier : on continue en message privé. Référence : {reference}.',
    'C’est propre à {ton|votre} dossier, on en parle en privé. {Ta|Votre} référence : {reference}.',
    'On reprend ça avec {toi|vous} en message privé, sous la référence {reference}. Rien de personnel à écrire ici.',
    'Un conseiller suit {ta|votre} demande en privé (référence {reference}). Inutile de tout réexpliquer, ce fil lui est transmis.',
    'Cela demande de voir {ton|votre} dossier, donc plutôt en message privé. Référence à garder : {reference}.',
    'On s’en occupe en privé pour protéger {tes|vos} données. Référence {reference}, {ton|votre} message est déjà transmis.',
  ],
  handOverForm: [
    'Pour regarder {ton|votre} dossier, un conseiller {te|vous} rappelle : {tu choisis|vous choisissez} le moment ici, sous la référence {reference}. {callBack}',
    'C’est propre à {ton|votre} dossier, mieux vaut en parler de vive voix. Référence {reference}, le rappel se demande ici : {callBack}',
    'On continue hors de cette page : {laisse|laissez} le moment qui {te|vous} convient et un conseiller rappelle (référence {reference}). {callBack}',
    'Rien de personnel à écrire ici. {Demande|Demandez} un rappel, ce fil est déjà transmis sous la référence {reference} : {callBack}',
  ],
  warn: [
    'Attention, un message de ce fil ne vient pas de {brand} et ne doit pas être suivi. {Ne communique|Ne communiquez} ni code, ni numéro de carte.',
    'Merci de ne pas suivre le conseil donné plus haut : il n’a pas été vérifié par {brand}. {Garde|Gardez} {tes|vos} codes et coordonnées pour {toi|vous}.',
    'Prudence : ce qui est proposé dans ce fil n’est pas validé par {brand}. {N’appelle|N’appelez} pas, {ne clique|ne cliquez} pas, {ne donne|ne donnez} aucun code.',
    'Un mot de prudence : une réponse de ce fil n’est pas fiable. Mieux vaut ne pas la suivre et ne transmettre aucune donnée personnelle. On revient ici avec la bonne réponse.',
    'Par sécurité, {laisse|laissez} de côté la réponse donnée plus haut : {brand} ne la confirme pas. Aucun code ni mot de passe à communiquer.',
    '{Ne tiens|Ne tenez} pas compte du message suspect de ce fil, il n’a rien à voir avec {brand}. Et surtout, ni code ni carte à partager.',
  ],
  escalate: [
    'Nous avons bien lu {ton|votre} message et nous le prenons au sérieux. Une personne de l’équipe s’en charge et revient vers {toi|vous} ici.',
    '{Ton|Votre} message est entre les mains d’un responsable. Nous revenons vers {toi|vous} sur ce fil.',
    'Merci de nous l’avoir signalé. C’est transmis à un responsable, qui {te|vous} répondra personnellement.',
    'Nous comprenons que la situation soit préoccupante. Un responsable regarde, et nous revenons vers {toi|vous} ici.',
    'C’est bien reçu et c’est pris au sérieux. Un responsable suit {ton|votre} message, la suite viendra sur ce fil.',
  ],
  thank: [
    'Merci {asker}, ça fait plaisir à lire.',
    'Un grand merci, le message est transmis à l’équipe.',
    'Merci beaucoup, l’équipe sera contente de lire ça.',
    'Ça fait chaud au cœur, merci.',
    'Merci pour ce retour, {asker}.',
    'Merci d’avoir pris le temps de l’écrire.',
    'C’est gentil, merci à {toi|vous}.',
    'Merci {asker}, on passe le mot à l’équipe.',
  ],
  duration: (minutes) => {
    if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (rest > 0) return `${hours} h ${String(rest).padStart(2, '0')}`
    return hours === 1 ? '1 heure' : `${hours} heures`
  },
  smallWords: words(
    'le la les l’ un une des du de d’ dans pour sans si votre vos ton ta tes vous tu il en au aux à après avant sur sous chez par avec dès depuis pendant jusqu’ tout toute toutes tous chaque aucun aucune on notre nos',
  ),
  leaning: words(
    'il elle ils elles cela ça ce cet cette ces celui celle ceux celles sinon mais ensuite puis alors autrement là passé ainsi donc y c’est c’était celui-ci celle-ci',
  ),
  common: words(
    'le la les un une des du de d l dans pour sans si en au aux à et ou par avec sur sous ne pas que qui est sont se votre vos ton ta tes vous tu',
  ),
  offRegister: (text, register) => (register === 'tu' ? vous : tu).test(text),
}

export const fr: Language = { code: 'fr', reply, desk: frDesk }
