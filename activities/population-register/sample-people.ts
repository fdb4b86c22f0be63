import type { RegisterEntry } from '../../domain/register/entry.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';

const taoxi = { code: parseUnitCode('520302990000'), name: '遵义市公安局红花岗分局桃溪派出所' };
const xiangjiang = { code: parseUnitCode('520302980000'), name: '遵义市公安局红花岗分局湘江派出所' };
const hongliu = { code: parseUnitCode('650102990000'), name: '乌鲁木齐市公安局天山区分局红柳派出所' };

const ordinary = {
  formerNames: [],
  formerIdNumbers: [],
  ethnicity: '汉族',
  birthplace: '贵州省遵义市红花岗区',
  registeringStation: taoxi,
  status: 'registered',
} as const;

/** Invented people with numbers of the right form. Those with a comment differ from what their identity card says. */
export const samplePeople: readonly RegisterEntry[] = [
  {
    ...ordinary,
    name: '李样例',
    formerNames: ['李例'],
    idNumber: '520302199003074219',
    sex: 'M',
    birthDate: parsePlainDate('1990-03-07'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路8号样例小区1栋101室',
  },
  {
    ...ordinary,
    name: '王样本',
    idNumber: '520302198511201312',
    sex: 'M',
    birthDate: parsePlainDate('1985-11-20'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路8号样例小区2栋202室',
  },
  {
    ...ordinary,
    name: '阿依古丽·买买提样例',
    idNumber: '653101198710032122',
    sex: 'F',
    birthDate: parsePlainDate('1987-10-03'),
    ethnicity: '维吾尔族',
    birthplace: '新疆维吾尔自治区喀什市',
    registeredAddress: '新疆维吾尔自治区乌鲁木齐市天山区红柳路5号样例小区3栋301室',
    registeringStation: hongliu,
  },
  {
    // Another name: the card says 赵样例.
    ...ordinary,
    name: '赵样列',
    idNumber: '520302199206141223',
    sex: 'F',
    birthDate: parsePlainDate('1992-06-14'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路9号',
  },
  {
    // Another day of birth than the number has.
    ...ordinary,
    name: '钱样例',
    idNumber: '520302197804011331',
    sex: 'M',
    birthDate: parsePlainDate('1978-04-10'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路10号',
  },
  {
    // Another sex than the number has.
    ...ordinary,
    name: '孙样例',
    idNumber: '520302199509092449',
    sex: 'M',
    birthDate: parsePlainDate('1995-09-09'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路11号',
  },
  {
    // A number that was corrected; the card still has the old one.
    ...ordinary,
    name: '周样例',
    idNumber: '520302197001011776',
    formerIdNumbers: ['520303197001011772', '520302700101177'],
    sex: 'M',
    birthDate: parsePlainDate('1970-01-01'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路12号',
  },
  {
    // Moved away.
    ...ordinary,
    name: '吴样例',
    idNumber: '520302198802291557',
    sex: 'M',
    birthDate: parsePlainDate('1988-02-29'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路13号',
    status: 'moved',
  },
  {
    // Cancelled.
    ...ordinary,
    name: '郑样例',
    idNumber: '520302199912311883',
    sex: 'F',
    birthDate: parsePlainDate('1999-12-31'),
    registeredAddress: '贵州省遵义市红花岗区桃溪路14号',
    status: 'cancelled',
  },
  {
    // At another station than 桃溪, where applicants believe it to be.
    ...ordinary,
    name: '冯样例',
    idNumber: '650102198308151661',
    sex: 'F',
    birthDate: parsePlainDate('1983-08-15'),
    birthplace: '新疆维吾尔自治区乌鲁木齐市',
    registeredAddress: '贵州省遵义市红花岗区湘江路9号',
    registeringStation: xiangjiang,
  },
];
