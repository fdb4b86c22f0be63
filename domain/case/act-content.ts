/** The words of an act: personal data that stand beside the ledger, never in it. */
export type ActContent =
  | {
      readonly act: 'answer';
      /** 证明内容: printed on the certificate word for word [§4]. Absent when the answer is negative. */
      readonly certificateText?: string;
      /** The item that differs, or what could not be verified. Present when the answer is negative. */
      readonly finding?: string;
      /** 人口信息系统 or 户籍档案、底册: where the home station looked. */
      readonly source: 'population_system' | 'paper_register';
    }
  | { readonly act: 'refuse'; readonly reason: string }
  | { readonly act: 'withdraw'; readonly statement?: string }
  | { readonly act: 'notify'; readonly method: 'telephone' | 'in_person' | 'message' }
  | { readonly act: 'collect'; readonly collectedBy: 'applicant' | 'guardian' };

/** Acts that say nothing beyond that they happened. */
export type WordlessAct = 'transmit' | 'receive' | 'issue';
