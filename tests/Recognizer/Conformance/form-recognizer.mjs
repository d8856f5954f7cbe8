// Drives a recogniser with Microsoft's own client of the 2023-07-31 protocol. Prints what the client understood, as JSON.
import fs from 'node:fs';
import { AzureKeyCredential, DocumentAnalysisClient } from '@azure/ai-form-recognizer';

const [endpoint, key, picture] = process.argv.slice(2);
const client = (k = key) => new DocumentAnalysisClient(endpoint, new AzureKeyCredential(k), { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } });
const failure = async (call) => { try { await call(); return null; } catch (e) { return { status: e.statusCode, code: e.code, inner: e.details?.error?.innererror?.code, message: e.message }; } };

const states = [];
const poller = await client().beginAnalyzeDocument('prebuilt-layout', fs.readFileSync(picture), { updateIntervalInMs: 100, onProgress: (s) => states.push(s.status) });
const result = await poller.pollUntilDone();
const page = result.pages[0];
const table = result.tables[0];
console.log(JSON.stringify({
  states,
  content: result.content,
  modelId: result.modelId,
  apiVersion: result.apiVersion,
  unit: page.unit, width: page.width, height: page.height, angle: page.angle,
  lines: page.lines.map((l) => l.content),
  firstPolygon: page.lines[0].polygon,
  // The client finds a line's words by their spans.
  firstWords: [...page.lines[0].words()].map((w) => w.content),
  lowestConfidence: Math.min(...page.words.map((w) => w.confidence)),
  spansFit: page.words.every((w) => result.content.slice(w.span.offset, w.span.offset + w.span.length) === w.content),
  table: table && { rows: table.rowCount, columns: table.columnCount, cells: table.cells.map((c) => [c.rowIndex, c.columnIndex, c.content]) },
  read: (await (await client().beginAnalyzeDocument('prebuilt-read', fs.createReadStream(picture), { updateIntervalInMs: 100 })).pollUntilDone()).pages[0].lines.length,
  wrongKey: await failure(() => client('wrong').beginAnalyzeDocument('prebuilt-read', fs.readFileSync(picture))),
  noModel: await failure(() => client().beginAnalyzeDocument('no-such', fs.readFileSync(picture))),
  noPicture: await failure(() => client().beginAnalyzeDocument('prebuilt-read', Buffer.from('no picture at all'))),
  byUrl: await failure(() => client().beginAnalyzeDocumentFromUrl('prebuilt-read', 'http://127.0.0.1:9/picture.jpg')),
}));
