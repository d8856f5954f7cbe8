// A workbook as another program reads it, driven by PaymentListTests: node read-workbook.mjs <file>
import readWorkbook from 'read-excel-file/node';

const [{ data }] = await readWorkbook(process.argv[2]);
console.log(JSON.stringify(data));
