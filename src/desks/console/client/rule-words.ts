// Each rule of the policy in the moderator's language; the sentence kept with the thread is the fallback.
import type { Lang } from './words.ts'

const fr: Readonly<Record<string, string>> = {
  gone: 'La question a été supprimée.',
  rootless: 'La question n’est pas encore arrivée.',
  settled: 'Le fil est classé.',
  solved: 'Le client dit que c’est résolu.',
  crisis: 'Un humain doit voir ce fil tout de suite.',
  judging: 'Le dernier message est en cours de lecture.',
  inFlight: 'Une réponse est en route, ou son sort n’est pas connu.',
  personalData: 'La question montre des données personnelles en public.',
  riskyAnswer: 'Un message peut nuire à qui le suivrait.',
  humanReplied: 'Quelqu’un de la marque a répondu sur la page.',
  supportedAnswer: 'Un membre a bien répondu, ou probablement bien.',
  wrongAnswer: 'La réponse d’un membre contredit la fiche.',
  incompleteAnswer: 'Une réponse juste manque d’un point utile.',
  privateQuestion: 'Seul le dossier du client permet de répondre.',
  privateTalk: 'Le client poursuit en privé : un humain lit.',
  noQuestion: 'Il n’y a rien à répondre.',
  alreadyAnswered: 'La question a reçu sa réponse.',
  acknowledgement: 'Personne n’a encore répondu : le client apprend qu’on l’a lu.',
  communityFirst: 'La communauté répond d’abord.',
  followUp: 'Le client revient après la réponse : un humain regarde.',
  unanswered: 'Le temps de la communauté est passé et personne n’a bien répondu.',
  humanNeeded: 'Aucune fiche ne répond : un humain écrit.',
  reviewed: 'Un modérateur a décidé.',
  reply: 'Un modérateur a écrit la réponse.',
  delivery: 'Le sort d’un envoi demande un humain.',
  deadline: 'Une échéance approche.',
  overtaking: 'Passe devant des fils plus anciens.',
}

export const ruleWords = (rule: string, sentence: string, lang: Lang): string =>
  lang === 'fr' ? (fr[rule] ?? sentence) : sentence
