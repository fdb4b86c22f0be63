import { deflateSync } from 'node:zlib';
import { bomb, pdfWith, stream } from './pdf-with.ts';

/** Each with what it does, and what is said of it. */
export const hostilePdfs = {
  'a script that runs when it is opened': [
    pdfWith(['<</S/JavaScript/JS(app.alert\\(1\\))>>'], { catalogue: '/OpenAction 4 0 R' }),
    ['pdf_has_scripts'],
  ],
  'a script whose name is written in hexadecimal': [
    pdfWith([], { page: '/AA<</O<</S/J#61vaScr#69pt/J#53(x)>>>>' }),
    ['pdf_has_scripts'],
  ],
  'a script in a stream of objects': [
    pdfWith([
      stream(
        '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
        deflateSync(Buffer.from('9 0 <</S/JavaScript/JS(x)>>')),
      ),
    ]),
    ['pdf_has_scripts'],
  ],
  'a script that only another parser would see': [
    pdfWith([stream('', Buffer.from('9 0 obj<</S/JavaScript>>endobj'))]),
    ['pdf_has_scripts'],
  ],
  'a form with a program of its own': [
    pdfWith([], { catalogue: '/AcroForm<</XFA(x)/Fields[]>>' }),
    ['pdf_has_scripts'],
  ],
  'a file in it': [
    pdfWith([stream('/Type/EmbeddedFile', Buffer.from('MZ')), '<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>'], {
      catalogue: '/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>',
    }),
    ['pdf_has_embedded_files'],
  ],
  'a program to be started': [
    pdfWith(['<</S/Launch/F(cmd.exe)>>'], { catalogue: '/OpenAction 4 0 R' }),
    ['pdf_has_actions'],
  ],
  'a link to somewhere else': [
    pdfWith([], { page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.invalid)>>>>]' }),
    ['pdf_has_actions'],
  ],
  'a script and a file': [
    pdfWith(['<</S/JavaScript/JS(x)>>', '<</EF<<>>>>'], { catalogue: '/OpenAction 4 0 R' }),
    ['pdf_has_scripts', 'pdf_has_embedded_files'],
  ],
  'a drawing that unpacks to 100 MB': [
    pdfWith([bomb(100, 1)], { page: '/Contents 4 0 R' }),
    ['file_unpacks_too_large'],
  ],
  'a stream of objects that unpacks to 200 MB through two filters': [
    pdfWith([bomb(200, 2, '/Type/ObjStm/N 1/First 4')]),
    ['file_unpacks_too_large'],
  ],
  'an image of ten thousand million pixels': [
    pdfWith([stream('/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 1', Buffer.alloc(1))]),
    ['image_too_large'],
  ],
  'nothing that a parser could read': [Buffer.from('%PDF-1.7\n1 0 obj <<'), ['file_unreadable']],
  'pages that go round in a circle': [
    Buffer.from(
      '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n' +
        'trailer<</Root 1 0 R>>\n%%EOF',
    ),
    ['file_unreadable'],
  ],
} as const;
