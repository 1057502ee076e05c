// The demonstration's threads: who said what, how long ago, and whether the moderator has already decided.

export interface DemoPost {
  /** Of `demoPeople`, or a name of their own. */
  by: string
  text: string
  /** Minutes before the demonstration begins. */
  ago: number
}

export interface DemoThread {
  id: string
  /** The question first. */
  posts: readonly DemoPost[]
  /** What the brand is expected to do; null for nothing yet. Told here so that a test can hold the line to it. */
  expect:
    | 'acknowledge'
    | 'validate'
    | 'complete'
    | 'correct'
    | 'answer'
    | 'handOver'
    | 'warn'
    | 'escalate'
    | null
  /** The moderator sends the draft. */
  approved: boolean
}

const day = 24 * 60

export const demoThreads: readonly DemoThread[] = [
  {
    id: 'lost-card',
    posts: [
      {
        by: 'Inès',
        text: 'J’ai perdu ma carte hier soir au cinéma, je dois faire quoi ?',
        ago: 2 * day + 300,
      },
      {
        by: 'Noé Lambert',
        text: 'Bloque-la tout de suite dans l’application, Carte > Bloquer, ou au 01 99 00 12 12. La nouvelle carte est envoyée sous 3 jours ouvrés, gratuite la première fois dans l’année puis 9 €, et le code secret reste le même.',
        ago: 2 * day + 280,
      },
    ],
    expect: 'validate',
    approved: true,
  },
  {
    id: 'ceiling',
    posts: [
      {
        by: 'Bastien',
        text: 'Comment augmenter le plafond de paiement de ma carte, et jusqu’à combien ?',
        ago: day + 500,
      },
      {
        by: 'Aline',
        text: 'Tu peux monter jusqu’à 3 000 € par mois.',
        ago: day + 470,
      },
    ],
    expect: 'complete',
    approved: true,
  },
  {
    id: 'transfer-time',
    posts: [
      {
        by: 'Camille Roux',
        text: 'Combien de temps met un virement vers un nouveau bénéficiaire ?',
        ago: day + 400,
      },
      {
        by: 'Hugo',
        text: 'Un nouveau bénéficiaire, c’est 5 jours d’attente, et le virement instantané coûte 2 €.',
        ago: day + 390,
      },
    ],
    expect: 'correct',
    approved: true,
  },
  {
    id: 'my-file',
    posts: [
      {
        by: 'Marguerite',
        text: 'J’ai envoyé mes papiers pour ouvrir un compte il y a dix jours et toujours rien. Où en est mon dossier, pouvez-vous vérifier s’il est complet ?',
        ago: day + 200,
      },
    ],
    expect: 'handOver',
    approved: true,
  },
  {
    id: 'stolen-money',
    posts: [
      {
        by: 'Karim',
        text: 'URGENT on m’a piraté, un faux conseiller m’a appelé et mon compte se vide en ce moment même, 1 800 € débités !! Je porte plainte, répondez',
        ago: day + 100,
      },
    ],
    expect: 'escalate',
    approved: true,
  },
  {
    id: 'fees-en',
    posts: [
      { by: 'Tess', text: 'What does the account cost a month?', ago: 300 },
      {
        by: 'Noé Lambert',
        text: 'It costs €2 a month with the card included, and it is free under 26 or if you pay in €1,000 a month. Transfers and direct debits are included.',
        ago: 280,
      },
    ],
    expect: 'validate',
    approved: false,
  },
  {
    id: 'moving',
    posts: [
      { by: 'Yanis', text: 'Comment changer d’adresse ? Je déménage le mois prochain.', ago: 240 },
      {
        by: 'Aline',
        text: 'Va dans Profil puis Coordonnées, je l’ai fait l’an dernier.',
        ago: 225,
      },
    ],
    expect: 'complete',
    approved: false,
  },
  {
    id: 'recall',
    posts: [
      {
        by: 'Sonia',
        text: 'Je me suis trompée de destinataire, puis-je annuler un virement déjà parti ?',
        ago: 200,
      },
      {
        by: 'Hugo',
        text: 'Oui, la demande de retour d’un virement déjà parti coûte 5 € et le destinataire n’a pas son mot à dire, il ne peut pas refuser.',
        ago: 190,
      },
    ],
    expect: 'correct',
    approved: false,
  },
  {
    id: 'joint',
    posts: [
      {
        by: 'Paul',
        text: 'Peut-on ouvrir un compte joint sans être mariés, et combien ça coûte ?',
        ago: 120,
      },
    ],
    expect: 'answer',
    approved: false,
  },
  {
    id: 'where-is-mine',
    posts: [
      {
        by: 'Odile',
        text: 'Mon remboursement de 84,20 € devait arriver lundi, pouvez-vous regarder mon dossier et me dire ce qui bloque ?',
        ago: 100,
      },
    ],
    expect: 'handOver',
    approved: false,
  },
  {
    id: 'false-adviser',
    posts: [
      { by: 'Lucas', text: 'J’ai oublié mon code secret, comment le retrouver ?', ago: 80 },
      {
        by: 'service_client_lanterne',
        text: 'Bonjour, je suis conseiller chez Lanterne. Envoyez-moi votre numéro de carte et le code reçu par SMS sur WhatsApp au 06 39 98 12 34, je débloque tout.',
        ago: 70,
      },
    ],
    expect: 'warn',
    approved: false,
  },
  {
    id: 'threat',
    posts: [
      {
        by: 'Viviane',
        text: 'Votre conseiller a dit à mon mari que les gens avec son accent ne paient jamais. C’est du racisme, une journaliste est prévenue et mon avocat aussi.',
        ago: 60,
      },
    ],
    expect: 'escalate',
    approved: false,
  },
  {
    id: 'parking',
    posts: [
      { by: 'Denis', text: 'Est-ce qu’il y a un parking vélo devant l’agence de Saint-Malo ?', ago: 50 },
      { by: 'Aline', text: 'Bonne question, je me la pose aussi', ago: 40 },
    ],
    expect: 'acknowledge',
    approved: false,
  },
  {
    id: 'transfer-limit',
    posts: [
      {
        by: 'Camille Roux',
        text: 'Quel est le montant maximum d’un virement en ligne ? Je veux virer 8 000 € pour une voiture.',
        ago: 14,
      },
    ],
    expect: 'acknowledge',
    approved: false,
  },
  {
    id: 'bravo',
    posts: [
      {
        by: 'Jeanne',
        text: 'Un grand merci à toute l’équipe, service au top comme toujours, bravo à vous !',
        ago: 30,
      },
    ],
    expect: null,
    approved: false,
  },
  {
    id: 'savings',
    posts: [{ by: 'Romane', text: 'Quel est le taux du livret Balise cette année ?', ago: 3 }],
    expect: null,
    approved: false,
  },
]
