// The call-back form's words.
import type { Lang } from '../community/lang.ts'

const en = {
  title: 'Ask for a call',
  lead: 'A colleague at {brand} has read your thread (reference {reference}). You need not explain it again.',
  name: 'Your name',
  phone: 'Your phone number',
  phoneHint: 'Seen by the person who calls, erased after the call.',
  when: 'When?',
  soon: 'As soon as possible',
  between: (day: string, from: string, until: string) => `${day}, ${from} to ${until}`,
  send: 'Ask for the call',
  faults: {
    name: 'Tell us your name.',
    phone: 'This is not a phone number: digits, spaces and a leading + alone.',
    time: 'That time is not free any more. Choose another.',
  },
  thanks: 'We will call you',
  thanksSoon: 'As soon as somebody is free. Your reference: {reference}.',
  thanksAt: '{when}. Your reference: {reference}.',
  safety: 'Whoever calls will never ask for a password, a code or a card number.',
  closedTitle: 'This link is not in use',
  closedLead: 'The call was made, the thread is older than two weeks, or the link is not whole.',
}

const fr: typeof en = {
  title: 'Être rappelé',
  lead: 'Chez {brand}, un conseiller a lu votre fil (référence {reference}). Rien n’est à réexpliquer.',
  name: 'Votre nom',
  phone: 'Votre numéro de téléphone',
  phoneHint: 'Vu par la personne qui appelle, effacé après l’appel.',
  when: 'Quand ?',
  soon: 'Dès que possible',
  between: (day, from, until) => `${day}, de ${from} à ${until}`,
  send: 'Demander l’appel',
  faults: {
    name: 'Indiquez votre nom.',
    phone: 'Ce n’est pas un numéro de téléphone : des chiffres, des espaces et un + en tête, rien d’autre.',
    time: 'Ce créneau n’est plus libre. Choisissez-en un autre.',
  },
  thanks: 'Nous vous rappelons',
  thanksSoon: 'Dès que quelqu’un est libre. Votre référence : {reference}.',
  thanksAt: '{when}. Votre référence : {reference}.',
  safety: 'La personne qui appelle ne demandera jamais de mot de passe, de code ni de numéro de carte.',
  closedTitle: 'Ce lien ne sert plus',
  closedLead: 'L’appel a eu lieu, le fil a plus de deux semaines, ou le lien est incomplet.',
}

export type Words = typeof en
export const words: Readonly<Record<Lang, Words>> = { fr, en }
