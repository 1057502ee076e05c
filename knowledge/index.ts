// The face of the knowledge: what the bot knows, and what it says of posts and answers.

export { judgeInput } from './cues.ts'
export type { Entry, Lang, LineError, Localized, LocalizedList, PackEntry } from './entry.ts'
export { formatFaq, parseFaq, parsePack } from './entry.ts'
export * from './evaluate.ts'
export { chooseIndustry } from './industry.ts'
export type * from './judgement.ts'
export { postKinds, verdicts } from './judgement.ts'
export { type AssessItem, createKnowledge, type Knowledge, type KnowledgeOptions } from './knowledge.ts'
export { detectLanguage } from './languages/index.ts'
export { findPersonalData, maskPersonalData } from './personal-data.ts'
export { sentencesOf } from './reading.ts'
export { findRisks } from './risks.ts'
