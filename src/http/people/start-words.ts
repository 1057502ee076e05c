// The words of the start page, in French and English.
import type { Lang } from '../words.ts'

export interface Door {
  title: string
  sentence: string
}

interface StartWords {
  title: string
  lines: readonly [string, string, string]
  doors: Record<'customer' | 'member' | 'moderator', Door>
  admin: string
  pages: string
}

const words: Record<Lang, StartWords> = {
  en: {
    title: 'The community answers first.',
    lines: [
      'Customers ask. Those who know answer.',
      'The brand validates what is right and completes what is missing.',
      'Half of it by itself: the reply is drafted, a human approves it with one key.',
    ],
    doors: {
      customer: { title: 'Ask', sentence: 'As a customer: a question, and by when a human reads it.' },
      member: { title: 'Answer', sentence: 'As a member: help somebody, get the brand’s mark for it.' },
      moderator: {
        title: 'Validate',
        sentence: 'As a moderator: the queue, the evidence, the drafted reply.',
      },
    },
    admin: 'Look around as an admin',
    pages: 'Community pages',
  },
  fr: {
    title: 'La communauté répond d’abord.',
    lines: [
      'Les clients demandent. Ceux qui savent répondent.',
      'La marque valide ce qui est juste et complète ce qui manque.',
      'À moitié d’elle-même : la réponse est rédigée, un humain l’approuve d’une touche.',
    ],
    doors: {
      customer: { title: 'Demander', sentence: 'En client : une question, et quand un humain la lit.' },
      member: { title: 'Répondre', sentence: 'En membre : aider quelqu’un, et voir sa réponse validée.' },
      moderator: { title: 'Valider', sentence: 'En modérateur : la file, les preuves, la réponse rédigée.' },
    },
    admin: 'Faire le tour en administrateur',
    pages: 'Pages de la communauté',
  },
}

export const startWords = (lang: Lang): StartWords => words[lang]
