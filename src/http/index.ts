// The face of the web server.
export { type Allowance, type Allowances, defaultAllowances } from './flood.ts'
export { createHttp, type Http, type HttpOptions } from './server.ts'
