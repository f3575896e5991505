/** Data files for other programs: CSV, syntax and files of SPSS, a script of R. */
export { type CsvFileOptions, csvFile } from './csv-file.ts';
export type { DataFile, DataVariable } from './data-file.ts';
export { programNames } from './program-names.ts';
export { type AlphaCheck, type RScriptOptions, rScript } from './r-script.ts';
export { type SavFileOptions, savFile } from './sav-file.ts';
export { spssSyntax } from './spss-syntax.ts';
