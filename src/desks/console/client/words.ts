// The console's own words in French and English; the compiler names what a language lacks.
export type Lang = 'fr' | 'en'

const fr = {
  queue: 'À décider', threads: 'Fils', entries: 'Fiches', gaps: 'Manques', settings: 'Réglages', deliveries: 'Envois', audit: 'Journal', report: 'Bilan', people: 'Équipe',
  empty: 'Rien à décider. La file est vide.', pick: 'Choisissez un fil dans la file.', oldest: 'Dans l’ordre d’arrivée',
  approve: 'Approuver', edit: 'Modifier', reject: 'Rejeter', stop: 'Arrêter', send: 'Envoyer', cancel: 'Annuler', escalate: 'Escalader', calm: 'Lever l’alerte', settle: 'Classer', reply: 'Répondre', save: 'Enregistrer', remove: 'Supprimer', search: 'Chercher', close: 'Fermer', add: 'Ajouter',
  why: 'Pourquoi', draft: 'Brouillon', entry: 'Fiche', candidates: 'Autres fiches', other: 'Choisir une autre fiche', noEntry: 'Aucune fiche ne répond à cette question.', noneFits: 'Aucune ne convient',
  question: 'Question', answers: 'Réponses des membres', brand: 'La marque', deleted: 'message supprimé', hidden: 'message masqué', private: 'en privé', public: 'en public',
  said: 'dit', absent: 'absent', contradicted: 'contredit', needed: 'nécessaire', expected: 'la fiche dit', saidInstead: 'il est dit', likely: 'probable', sure: 'sûr', doubt: 'à vérifier',
  verdicts: { supported: 'juste', incomplete: 'juste mais incomplet', contradicted: 'faux', unrelated: 'sans rapport', risky: 'risqué', unknown: 'incertain' },
  kinds: { acknowledge: 'Accuser réception', validate: 'Valider', complete: 'Compléter', correct: 'Corriger', answer: 'Répondre', handOver: 'Passer en privé', warn: 'Mettre en garde', escalate: 'Message d’attente', thank: 'Remercier', reply: 'Réponse écrite' },
  risks: { 'foreign-phone': 'numéro inconnu', 'foreign-link': 'lien inconnu', 'foreign-mail': 'adresse inconnue', 'foreign-account': 'compte inconnu', 'poses-as-brand': 'se fait passer pour la marque', 'asks-secret': 'demande un secret', 'private-contact': 'attire en privé', 'illegal-advice': 'conseil illégal' },
  states: { rootless: 'sans question', waiting: 'en attente', drafted: 'à décider', answered: 'répondu', handedOver: 'en privé', escalated: 'pour un humain', settled: 'classé', gone: 'supprimé' },
  stale: 'Le fil a changé depuis que vous l’avez lu :', decided: 'Décidé', failed: 'La demande n’a pas abouti. Réessayez.', refused: 'Refusé', signIn: 'Votre session est finie. Reconnectez-vous.',
  reasons: ['Réponse inexacte', 'Mauvaise fiche', 'Ton à revoir', 'Pas nécessaire'], reason: 'Pourquoi rejeter ?', crisis: 'Crise', late: 'en retard', near: 'bientôt', automaticIn: 'Part seul dans', approvals: 'approbations',
  keys: 'Raccourcis', keyList: { 'j / k': 'fil suivant, précédent', a: 'approuver', e: 'modifier', r: 'rejeter', s: 'arrêter un envoi automatique', x: 'escalader', w: 'écrire une réponse', '/': 'chercher', '?': 'cette aide', 'Ctrl+Entrée': 'envoyer', Échap: 'annuler' },
  importFaq: 'Importer', exportFaq: 'Exporter', newEntry: 'Nouvelle fiche', answer: 'Réponse', keyPoints: 'Points clés, un par ligne', variants: 'Autres formulations, une par ligne', links: 'Liens, un par ligne', topic: 'Thème', id: 'Identifiant', imported: 'ajoutées, révisées, inchangées', times: 'fois', create: 'Créer la fiche', noGaps: 'Aucune question récurrente sans fiche.',
  brake: 'Frein', brakeOn: 'Le frein est tiré : plus rien ne part seul.', pullBrake: 'Tirer le frein', liftBrake: 'Lever le frein', autonomy: 'Jusqu’où la maison agit seule', manual: 'un modérateur décide', paused: 'part après une pause', automatic: 'part seul', window: 'Temps laissé à la communauté (minutes)', takeCharge: 'Prise en charge (minutes)', answerTime: 'Réponse (heures ouvrées)', register: 'Tutoiement ou vouvoiement', signature: 'Signature', hours: 'Heures d’ouverture', saved: 'Enregistré.',
  noDeliveries: 'Aucun envoi de sort inconnu.', posted: 'Il est publié', notPosted: 'Il n’y est pas : renvoyer', giveUp: 'Abandonner', unknownSince: 'inconnu depuis', role: 'Rôle', roles: { customer: 'client', member: 'membre', moderator: 'modérateur', admin: 'administrateur' },
  reportRows: { threads: 'fils', open: 'ouverts', takenCharge: 'pris en charge à temps', answered: 'répondus à temps', byCommunity: 'par la communauté', validated: 'validés', completed: 'complétés', corrected: 'corrigés', answeredByBrand: 'répondus par la marque', handedOver: 'passés en privé', escalated: 'escaladés', leftAlone: 'laissés' }, week: 'Les sept derniers jours', signOut: 'Se déconnecter', themeSwitch: 'Clair ou sombre', history: 'Ce qui s’est passé', earlier: 'Fils précédents de cette personne', influence: 'abonnés',
}

export type Words = typeof fr

const en: Words = {
  queue: 'To decide', threads: 'Threads', entries: 'FAQ', gaps: 'Gaps', settings: 'Settings', deliveries: 'Deliveries', audit: 'Audit', report: 'Report', people: 'People',
  empty: 'Nothing to decide. The queue is empty.', pick: 'Pick a thread in the queue.', oldest: 'In order of arrival',
  approve: 'Approve', edit: 'Edit', reject: 'Reject', stop: 'Stop', send: 'Send', cancel: 'Cancel', escalate: 'Escalate', calm: 'Lift the alert', settle: 'Settle', reply: 'Reply', save: 'Save', remove: 'Delete', search: 'Search', close: 'Close', add: 'Add',
  why: 'Why', draft: 'Draft', entry: 'Entry', candidates: 'Other entries', other: 'Pick another entry', noEntry: 'No entry answers this question.', noneFits: 'None fits',
  question: 'Question', answers: 'Members’ answers', brand: 'The brand', deleted: 'post deleted', hidden: 'post hidden', private: 'in private', public: 'in public',
  said: 'said', absent: 'missing', contradicted: 'contradicted', needed: 'needed', expected: 'the entry says', saidInstead: 'it says', likely: 'likely', sure: 'sure', doubt: 'to check',
  verdicts: { supported: 'right', incomplete: 'right but incomplete', contradicted: 'wrong', unrelated: 'unrelated', risky: 'risky', unknown: 'uncertain' },
  kinds: { acknowledge: 'Acknowledge', validate: 'Validate', complete: 'Complete', correct: 'Correct', answer: 'Answer', handOver: 'Hand over', warn: 'Warn', escalate: 'Holding statement', thank: 'Thank', reply: 'Written reply' },
  risks: { 'foreign-phone': 'unknown number', 'foreign-link': 'unknown link', 'foreign-mail': 'unknown address', 'foreign-account': 'unknown account', 'poses-as-brand': 'poses as the brand', 'asks-secret': 'asks for a secret', 'private-contact': 'leads into private', 'illegal-advice': 'unlawful advice' },
  states: { rootless: 'no question', waiting: 'waiting', drafted: 'to decide', answered: 'answered', handedOver: 'in private', escalated: 'for a human', settled: 'settled', gone: 'deleted' },
  stale: 'The thread changed since you read it:', decided: 'Decided', failed: 'That did not work. Try again.', refused: 'Refused', signIn: 'Your session is over. Sign in again.',
  reasons: ['Not accurate', 'Wrong entry', 'Tone is off', 'Not needed'], reason: 'Why reject?', crisis: 'Crisis', late: 'late', near: 'soon', automaticIn: 'Goes out by itself in', approvals: 'approvals',
  keys: 'Shortcuts', keyList: { 'j / k': 'next, previous thread', a: 'approve', e: 'edit', r: 'reject', s: 'stop an automatic reply', x: 'escalate', w: 'write a reply', '/': 'search', '?': 'this help', 'Ctrl+Entrée': 'send', Échap: 'cancel' },
  importFaq: 'Import', exportFaq: 'Export', newEntry: 'New entry', answer: 'Answer', keyPoints: 'Key points, one a line', variants: 'Other phrasings, one a line', links: 'Links, one a line', topic: 'Topic', id: 'Id', imported: 'added, revised, unchanged', times: 'times', create: 'Create the entry', noGaps: 'No recurring question lacks an entry.',
  brake: 'Brake', brakeOn: 'The brake is on: nothing goes out by itself.', pullBrake: 'Pull the brake', liftBrake: 'Lift the brake', autonomy: 'How far the house acts by itself', manual: 'a moderator decides', paused: 'goes out after a pause', automatic: 'goes out by itself', window: 'Time for the community (minutes)', takeCharge: 'Take charge (minutes)', answerTime: 'Answer (open hours)', register: 'Formal or informal', signature: 'Signature', hours: 'Opening hours', saved: 'Saved.',
  noDeliveries: 'No delivery of unknown fate.', posted: 'It is there', notPosted: 'It is not there: send again', giveUp: 'Give up', unknownSince: 'unknown since', role: 'Role', roles: { customer: 'customer', member: 'member', moderator: 'moderator', admin: 'admin' },
  reportRows: { threads: 'threads', open: 'open', takenCharge: 'taken charge in time', answered: 'answered in time', byCommunity: 'by the community', validated: 'validated', completed: 'completed', corrected: 'corrected', answeredByBrand: 'answered by the brand', handedOver: 'handed over', escalated: 'escalated', leftAlone: 'left alone' }, week: 'The last seven days', signOut: 'Sign out', themeSwitch: 'Light or dark', history: 'What happened', earlier: 'Earlier threads of this person', influence: 'followers',
}

export const words: Readonly<Record<Lang, Words>> = { fr, en }
