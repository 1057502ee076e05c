// The words of the people's pages, in French and English.
import type { Lang } from '../words.ts'

const en = {
  signIn: 'Sign in',
  signUp: 'Create an account',
  signOut: 'Sign out',
  email: 'E-mail',
  password: 'Password',
  name: 'Name shown with your posts',
  noAccount: 'No account yet?',
  haveAccount: 'Already have an account?',
  passwordHint: '10 characters or more.',
  wrong: 'This e-mail and password do not go together.',
  tooMany: 'Too many tries for this e-mail. Wait a few minutes.',
  faultName: 'Tell us a name.',
  faultEmail: 'This does not look like an e-mail address.',
  faultPassword: 'The password must have 10 to 128 characters.',
  faultTaken: 'There is already an account with this e-mail. Sign in instead.',
  or: 'or',
  signInWith: 'Sign in with {name}',
  openIdDown: 'Signing in with {name} did not work. Try again, or use your password.',
  firstAdmin: 'Make the first admin',
  firstAdminLead:
    'This account decides everything here: pages, hours, what goes out by itself, and who else may.',
  firstAdminDead: 'This link is no longer good',
  firstAdminDeadLead:
    'It works once, and only the newest one. As long as there is no admin, a new start prints a new link.',
  code: 'Code from your authenticator app',
  codeLead: 'Enter the six digits, or one of your backup codes.',
  codeWrong: 'This code is not right, or no longer.',
  confirm: 'Confirm',
  account: 'Your account',
  role: 'Role',
  secondFactor: 'Second factor',
  secondOff: 'Off. With it, your password alone opens nothing.',
  secondOn: 'On. A code from your app is asked at each sign-in.',
  turnOn: 'Set up',
  turnOff: 'Turn off',
  secret: 'Add this key to your authenticator app',
  openApp: 'Open it on this device',
  backup: 'Backup codes, each good once. Keep them somewhere safe: they are shown only now.',
  passwordWrong: 'The password is not right.',
  changePassword: 'Change your password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordChanged: 'Your password was changed; other sessions were signed out.',
} as const

export type PeopleWords = Record<keyof typeof en, string>

const fr: PeopleWords = {
  signIn: 'Se connecter',
  signUp: 'Créer un compte',
  signOut: 'Se déconnecter',
  email: 'E-mail',
  password: 'Mot de passe',
  name: 'Nom affiché avec vos messages',
  noAccount: 'Pas encore de compte ?',
  haveAccount: 'Déjà un compte ?',
  passwordHint: '10 caractères ou plus.',
  wrong: 'Cet e-mail et ce mot de passe ne vont pas ensemble.',
  tooMany: 'Trop d’essais pour cet e-mail. Attendez quelques minutes.',
  faultName: 'Indiquez un nom.',
  faultEmail: 'Ceci ne ressemble pas à une adresse e-mail.',
  faultPassword: 'Le mot de passe doit compter de 10 à 128 caractères.',
  faultTaken: 'Un compte existe déjà avec cet e-mail. Connectez-vous plutôt.',
  or: 'ou',
  signInWith: 'Se connecter avec {name}',
  openIdDown: 'La connexion avec {name} n’a pas abouti. Réessayez, ou utilisez votre mot de passe.',
  firstAdmin: 'Créer le premier administrateur',
  firstAdminLead:
    'Ce compte décide de tout ici : pages, horaires, ce qui part tout seul, et qui d’autre le peut.',
  firstAdminDead: 'Ce lien n’est plus bon',
  firstAdminDeadLead:
    'Il sert une fois, et seul le dernier est bon. Tant qu’il n’y a pas d’administrateur, un nouveau démarrage en affiche un autre.',
  code: 'Code de votre application d’authentification',
  codeLead: 'Saisissez les six chiffres, ou l’un de vos codes de secours.',
  codeWrong: 'Ce code n’est pas bon, ou ne l’est plus.',
  confirm: 'Confirmer',
  account: 'Votre compte',
  role: 'Rôle',
  secondFactor: 'Second facteur',
  secondOff: 'Désactivé. Avec lui, votre mot de passe seul n’ouvre plus rien.',
  secondOn: 'Activé. Un code de votre application est demandé à chaque connexion.',
  turnOn: 'Mettre en place',
  turnOff: 'Désactiver',
  secret: 'Ajoutez cette clé à votre application d’authentification',
  openApp: 'L’ouvrir sur cet appareil',
  backup:
    'Codes de secours, chacun bon une fois. Gardez-les en lieu sûr : ils ne sont montrés que maintenant.',
  passwordWrong: 'Le mot de passe n’est pas bon.',
  changePassword: 'Changer de mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  passwordChanged: 'Votre mot de passe a été changé ; les autres sessions ont été fermées.',
}

const roleNames: Record<Lang, Record<string, string>> = {
  en: { customer: 'customer', member: 'member', moderator: 'moderator', admin: 'admin' },
  fr: { customer: 'client', member: 'membre', moderator: 'modérateur', admin: 'administrateur' },
}

const all: Record<Lang, PeopleWords> = { fr, en }

export const peopleWords = (lang: Lang): PeopleWords => all[lang]
export const roleName = (role: string, lang: Lang): string => roleNames[lang][role] ?? role
export const filled = (sentence: string, name: string): string => sentence.replace('{name}', name)
