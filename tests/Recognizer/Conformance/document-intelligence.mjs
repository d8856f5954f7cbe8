// Drives a recogniser with Microsoft's own client of the 2024-11-30 protocol. Prints what the client understood, as JSON.
import fs from 'node:fs';
import DocumentIntelligence, { getLongRunningPoller, isUnexpected } from '@azure-rest/ai-document-intelligence';

const [endpoint, key, picture] = process.argv.slice(2);
const bytes = fs.readFileSync(picture);
const client = (k = key) => DocumentIntelligence(endpoint, { key: k }, { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } });
const analyze = (model, request, c = client()) => c.path('/documentModels/{modelId}:analyze', model).post(request);
const asBytes = (body) => ({ contentType: 'application/octet-stream', body });
const done = async (accepted) => (await getLongRunningPoller(client(), accepted, { intervalInMs: 100 }).pollUntilDone()).body;
const failure = (r) => ({ unexpected: isUnexpected(r), status: Number(r.status), code: r.body?.error?.code, inner: r.body?.error?.innererror?.code });

const accepted = await analyze('prebuilt-layout', { contentType: 'application/json', body: { base64Source: bytes.toString('base64') }, queryParameters: { locale: 'zh-Hans', outputContentFormat: 'text' } });
const body = await done(accepted);
const result = body.analyzeResult;
const page = result.pages[0];
const read = await done(await analyze('prebuilt-read', asBytes(bytes)));
const id = new URL(accepted.headers['operation-location']).pathname.split('/').at(-1);
const results = (resultId) => client().path('/documentModels/{modelId}/analyzeResults/{resultId}', 'prebuilt-layout', resultId);
console.log(JSON.stringify({
  accepted: Number(accepted.status),
  status: body.status,
  contentFormat: result.contentFormat,
  stringIndexType: result.stringIndexType,
  apiVersion: result.apiVersion,
  lines: page.lines.map((l) => l.content),
  polygonLength: page.lines[0].polygon.length,
  spansFit: page.words.every((w) => [...result.content].slice(w.span.offset, w.span.offset + w.span.length).join('') === w.content),
  table: result.tables[0] && { rows: result.tables[0].rowCount, columns: result.tables[0].columnCount },
  readHasTables: 'tables' in read.analyzeResult,
  readLines: read.analyzeResult.pages[0].lines.length,
  wrongKey: failure(await analyze('prebuilt-read', asBytes(bytes), client('wrong'))),
  noModel: failure(await analyze('no-such', asBytes(bytes))),
  noPicture: failure(await analyze('prebuilt-read', asBytes(Buffer.from('no picture at all')))),
  byUrl: failure(await analyze('prebuilt-read', { contentType: 'application/json', body: { urlSource: 'http://127.0.0.1:9/picture.jpg' } })),
  unknownResult: failure(await results('00000000-0000-0000-0000-000000000000').get()),
  deleted: Number((await results(id).delete()).status),
  afterDeletion: failure(await results(id).get()),
}));
