// Generated from api/openapi.json by `npm run openapi:write`.
export interface paths {
    "/v1/account-locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 已停用的账号
         * @description The locks in force at the caller’s unit and below it, newest first.
         */
        get: operations["listAccountLocks"];
        put?: never;
        /**
         * 停用账号
         * @description Keeps an officer or a program of the unit, or of one below it, out at once, by token and by session, whatever the provider says. One that is locked already keeps its first reason.
         */
        post: operations["lockAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account-locks/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复账号 */
        post: operations["liftAccountLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审计记录
         * @description Rows of the auditor’s unit and of those below it, newest first. With format=csv all of them as CSV, UTF-8 with a byte order mark; limit and cursor do not count then.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/anchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审计记录的每日校验锚点
         * @description How many rows each day has, of every unit, and the hash of its last. Kept elsewhere, they show whether a day was changed afterwards: docs/audit.md.
         */
        get: operations["listAuditAnchors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-dry-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 试算结果
         * @description As JSON the counts and the first hundred deadlines, or with format=csv all of them as CSV: UTF-8 with a byte order mark, a line for each in the order of the case numbers; 404 while it runs.
         */
        get: operations["getCalendarDryRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-rollouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 期限重算进度 */
        get: operations["getCalendarRollout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作日历版本
         * @description Every version, newest year first.
         */
        get: operations["listCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{year}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 录入或试算工作日历
         * @description Stores a version that waits for its publication; the same content again is the same version. With dryRun=true nothing is stored: the answer says which open cases would move.
         */
        post: operations["handInCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{year}/versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历 */
        get: operations["getCalendarVersion"];
        put?: never;
        post?: never;
        /** 删除未使用的工作日历版本 */
        delete: operations["deleteCalendarVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{year}/versions/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布工作日历
         * @description Puts the version in force and starts the roll-out to open cases. The dry run that it names was made of the same content and compared with the calendar that holds now.
         */
        post: operations["publishCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 申请件列表
         * @description Cases of the caller’s unit and of those below it, personal data masked.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * 受理申请
         * @description Accepts an application at the caller’s station. Everything wrong with it comes back in one answer.
         */
        post: operations["submitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请件 */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/acknowledge_filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认备案 */
        post: operations["acknowledge_filingCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 将要发生的事 */
        get: operations["getAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 反馈 */
        post: operations["answerCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/answer_complaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复投诉 */
        post: operations["answer_complaintCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/answer_further_verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 协助查证反馈 */
        post: operations["answer_further_verificationCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指派派出所 */
        post: operations["assignCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 补充申请材料
         * @description Adds papers to a case until its home station has answered: a page scanned again, or what the applicant brought later. Answers with each in its order; a paper that is there already is answered with as it stands.
         */
        post: operations["addAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请材料 */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/cancel_further_verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销协助查证 */
        post: operations["cancel_further_verificationCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 户籍事项证明（PDF） */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/certificate-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本案证明的核验记录
         * @description The latest first. Who made a check is not recorded.
         */
        get: operations["listCertificateChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/certificates/{certificateNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本案的某一份证明（PDF），含已作废、已被取代的 */
        get: operations["getCertificateByNo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各项期限及案件由谁办理 */
        get: operations["getClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/collect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领取 */
        post: operations["collectCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/complain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 投诉 */
        post: operations["complainCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/complete_materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补齐材料 */
        post: operations["complete_materialsCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/confirm_answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核反馈 */
        post: operations["confirm_answerCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/correct_receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正送达时间 */
        post: operations["correct_receiptCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查证期限及其逐日说明 */
        get: operations["getDeadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本案通知的送达情况
         * @description Every notice of the case, oldest first, with state, attempts and outcome of each of its deliveries.
         */
        get: operations["listDeliveriesOfCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全部申请材料合订本（PDF），含流转单，逐页编号 */
        get: operations["getDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案卷导出（ZIP）：申请、材料及合订本、信息流转、文书、证明、办理经过及校验清单 */
        get: operations["exportCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 出具 */
        post: operations["issueCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/issue_annex_2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当场出具附件2 */
        post: operations["issue_annex_2Case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 保全情况 */
        get: operations["getLegalHold"];
        /** 保全申请件材料 */
        put: operations["holdCase"];
        post?: never;
        /** 解除保全 */
        delete: operations["releaseCase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/log_call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记电话联系 */
        post: operations["log_callCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本案的通知，含发给申请人的 */
        get: operations["listNoticesOfCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 通知申请人 */
        post: operations["notifyCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本案已有和可有的文书 */
        get: operations["listPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/papers/{paperId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文书（PDF）；首次请求时生成，此后不变 */
        get: operations["getPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/policy-migration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 将在办申请件改按现行政策计算
         * @description On purpose only: its running clocks and ladders are laid out anew by what holds now.
         */
        post: operations["migrateCasePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签收 */
        post: operations["receiveCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/refer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 应申请人要求告知前往户籍地办理 */
        post: operations["referCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予出具 */
        post: operations["refuseCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/register-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本案的人口信息查询记录 */
        get: operations["listRegisterQueries"];
        put?: never;
        /**
         * 查询人口信息系统
         * @description Asks for the applicant of the case and lays the entry beside the application. 201 also when the register could not be asked: `outcome` says so, and the case goes on by hand.
         */
        post: operations["queryRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/register-queries/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人口信息查询记录 */
        get: operations["getRegisterQuery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补发证明 */
        post: operations["reissueCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 督办回告 */
        post: operations["replyCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/report_defect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 反映材料缺页或不清 */
        post: operations["report_defectCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/reprint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新打印 */
        post: operations["reprintCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/request_completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一次性告知补正 */
        post: operations["request_completionCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/request_further_verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 请求协助查证 */
        post: operations["request_further_verificationCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/reroute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改送其他派出所 */
        post: operations["rerouteCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/return_dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回 */
        post: operations["return_dossierCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/send_filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发送备案函 */
        post: operations["send_filingCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办理经过 */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/transmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信息流转记录，含传真报告 */
        get: operations["listTransmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/transmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 流转 */
        post: operations["transmitCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看申请人的完整信息
         * @description For supervisors, who see a case of their scope masked. Who read what, when and why is recorded; later reads of the case are masked as before.
         */
        post: operations["unmaskCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/void_certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废证明 */
        post: operations["void_certificateCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseNo}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 */
        post: operations["withdrawCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量受理申请
         * @description Accepts up to 100 applications without papers at the caller’s station, each by itself as if it had come alone: what is wrong with one holds up no other, and the answer says of each, in their order, what became of it. An item that comes again under its key, here or as a submission of its own, is done once. Each counts as a request for the limits.
         */
        post: operations["submitApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本单位及下级单位申请件的事件流
         * @description Server-sent events: one `case` for each event of a ledger, with case number, seq, type and the status of the case now; no personal data. Goes on behind `Last-Event-ID` or `after`, without them from now on; ends with the token, with a lock-out, and after 10 minutes. For tokens, not for sessions. See docs/events.md.
         */
        get: operations["followCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按公民身份号码查找申请件
         * @description The cases of one applicant, by the whole ID number, among those of the caller’s unit and of those below it, newest first and masked. Changes nothing.
         */
        post: operations["searchCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificate-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核验户籍事项证明
         * @description By the token of its QR code, or by its number and the check code beside it. Whether it holds, the unit that issued it, when, and the masked name of its holder; nothing else. Each check is recorded for the stations of the case, without who made it.
         */
        post: operations["checkCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出目录（CSV）
         * @description What the caller keeps of the directory, in the form of an import.
         */
        get: operations["exportDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 目录缺口：无人任职、待确认、已停用
         * @description What the caller has to mend in the directory of his unit and those below it.
         */
        get: operations["listDirectoryGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入目录（CSV）
         * @description All of a file or nothing of it; faults come back with their line and column, the first hundred one by one.
         */
        post: operations["importDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 专管员等联系人目录
         * @description Entries of a unit and those below it, the caller’s own if none is named; ended ones among them.
         */
        get: operations["listDirectoryPersons"];
        put?: never;
        /** 新增目录条目 */
        post: operations["addDirectoryPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 目录条目 */
        get: operations["getDirectoryPerson"];
        /**
         * 修改目录条目
         * @description Replaces everything but unit and post; whoever changes an entry confirms it.
         */
        put: operations["changeDirectoryPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/persons/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 登记请假、外出
         * @description Replaces the absences of an entry; during one the next person up is told at once.
         */
        put: operations["setDirectoryAbsences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/persons/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 确认目录条目无误
         * @description Says that the entry is right as it was read.
         */
        put: operations["confirmDirectoryPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/persons/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 结束任职
         * @description Says the last day in the post. Entries are never deleted.
         */
        put: operations["endDirectoryPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/units/{unitCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位联系方式
         * @description How a unit is reached today: its contacts, the people in its posts, and who is told of a case there.
         */
        get: operations["getDirectoryUnit"];
        /**
         * 新增、修改单位
         * @description Enters a unit under its code, or replaces what is said of it; `If-Match: "0"` for a new one. Kept by whoever supervises the level above, top units by their system administrators.
         */
        put: operations["changeDirectoryUnit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/directory/units/{unitCode}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 派出所值班电话、传真 */
        get: operations["getStationContacts"];
        /**
         * 维护派出所值班电话、传真
         * @description Replaces the contacts of a station, which confirms them: to confirm them and change nothing, send what was read. Only a supervisor of both names a successor, or a station that does its work while it is shut.
         */
        put: operations["changeStationContacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本所的申请草稿 */
        get: operations["listDrafts"];
        put?: never;
        /**
         * 保存申请草稿
         * @description Judges nothing. Name it as `draftId` in the application that is submitted; it is gone then.
         */
        post: operations["keepDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请草稿 */
        get: operations["getDraft"];
        /** 修改申请草稿 */
        put: operations["replaceDraft"];
        post?: never;
        /** 删除申请草稿 */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督办列表
         * @description Fired rungs of the cases in the caller’s scope, newest first; replied to by `reply`.
         */
        get: operations["listEscalations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 督办数量，按颜色和办理状态 */
        get: operations["countEscalations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程存活 */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/intake-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位及下级单位的登记 */
        get: operations["listIntakeRecords"];
        put?: never;
        /**
         * 登记：告知后不选择跨省通办，或按其他渠道办理
         * @description No case begins, and no personal data are kept.
         */
        post: operations["recordIntake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请证明事项目录 */
        get: operations["listMatters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本单位本角色的通知
         * @description The inbox of the caller’s unit and roles, newest first, with what became of each on other ways. It holds those of stations that were merged into the unit.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 批量操作记录 */
        get: operations["listBatches"];
        put?: never;
        /**
         * 批量操作
         * @description Has many cases replayed, or given a remedy, one after the other and no faster than the rate. Which cases is settled now; each has its result of its own.
         */
        post: operations["requestBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次批量操作及其进度 */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/batches/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 第二人同意或不同意批量操作 */
        post: operations["decideBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/batches/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 批量操作逐件结果
         * @description What came of each, in its order. With format=csv all of them as CSV, UTF-8 with a byte order mark: the report; limit and cursor do not count then.
         */
        get: operations["listBatchItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/batches/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停止批量操作
         * @description What waits is not done any more; what has been given its remedy is looked after to its end.
         */
        post: operations["stopBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/batches/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量操作的预览
         * @description How many, and which first, a filter meets now. Nothing is done by asking.
         */
        post: operations["previewBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/cases/{caseNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 案件运行情况
         * @description How a case stands by its ledger and by its workflow, and what it waits for. Asks Temporal; where that does not answer the ledger is told alone.
         */
        get: operations["explainCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/cases/{caseNo}/remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可用的处置及其预览
         * @description What could be done about a case as it is now, and what would come of it. Nothing is done by asking.
         */
        get: operations["previewRemedies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/cases/{caseNo}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 试重放
         * @description Replays the history of the case with the workflow code of the workers of `operations`, or with a bundle of another build: whether that build could go on with the case, and if not, where it first leaves the history. Nothing is changed by it.
         */
        post: operations["replayCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 运行异常
         * @description Everything that does not move in the cases of the caller’s scope, and in the house itself, latest first; the groups count all that match. The list is brought up to date every 30 seconds.
         */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 处置记录 */
        get: operations["listRemedies"];
        put?: never;
        /**
         * 处置
         * @description Asks for a remedy to be applied. It is said to have `moved` the case only when that was seen: ask for it again until its standing has ended.
         */
        post: operations["applyRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/remedies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次处置及其效果 */
        get: operations["getRemedy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/remedies/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 第二人同意或不同意处置 */
        post: operations["decideRemedy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本省的政策设置
         * @description What holds for new cases first, then every version that the caller’s province has had.
         */
        get: operations["listPolicies"];
        put?: never;
        /**
         * 设定本省政策
         * @description What is left out stays as it is now. New cases start with it; running ones keep their own unless migrated.
         */
        post: operations["enactPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可以接受请求
         * @description Postgres and Temporal answer, and the process is not about to stop.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位及下级单位未受理的申请 */
        get: operations["listRejections"];
        put?: never;
        /** 不予受理，或一次性告知补正 */
        post: operations["rejectApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejections/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未受理的申请 */
        get: operations["getRejection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejections/{no}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未受理申请的保全情况 */
        get: operations["getRejectionHold"];
        /** 保全未受理申请的材料 */
        put: operations["holdRejection"];
        post?: never;
        /** 解除未受理申请的保全 */
        delete: operations["releaseRejection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rejections/{no}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 不予受理告知书或一次性补正告知书（PDF） */
        get: operations["getRejectionNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录人员 */
        get: operations["getCaller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某账号的登录会话
         * @description Those of an officer at the caller’s unit and below it, newest first. For security administrators.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 结束登录会话
         * @description For security administrators; who logs in again gets another. To keep somebody out, lock his account.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 统计
         * @description Of cases accepted in the period, of the unit and of each unit one level below it. As JSON, or with format=csv as CSV: UTF-8 with a byte order mark, a line for each unit below, the unit itself last; the first cell is code and name.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请人查询办理进度
         * @description By the number of the case and the code on its receipt, in the body, because addresses are logged on their way. Who holds the case and since when, when it is due and why, what to do and to bring. A wrong code and a number of nothing get the same answer.
         */
        post: operations["inquireCaseStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公安机关 */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位的接口推送地址 */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * 登记接口推送地址
         * @description From now on the notices to the unit and the units below it are posted there, signed as Standard Webhooks. See docs/notices.md.
         */
        post: operations["addWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 停用接口推送地址 */
        delete: operations["removeWebhookEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口推送记录
         * @description Every message to the endpoint, newest first: state, attempts, last failure, who asked for it again.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重发一条接口推送
         * @description Sends a message that was delivered or given up once more, under the same webhook-id with a new timestamp, and tries for as long as a new one.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换接口推送的签名密钥
         * @description A new secret, shown this once, and to a repeat under its Idempotency-Key, which replaces nothing. For the hours named the present one signs too: two signatures, separated by a space. One that was still signing beside it no longer does.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Accepted: {
            caseNo: string;
            commandId?: string;
            detail: string;
        };
        /**
         * @description 跨省通办户籍类证明申请
         * @example {
         *       "homeStation": "520302990000",
         *       "applicant": {
         *         "name": "李样例",
         *         "idNumber": "520302199003074219",
         *         "telephone": "13800000000",
         *         "residenceAddress": "广东省广州市天河区云山路1号测试公寓101室"
         *       },
         *       "identityDocument": {
         *         "kind": "resident_identity_card",
         *         "validUntil": "long_term",
         *         "checkedInPerson": "chip_reader",
         *         "comparison": "matches"
         *       },
         *       "residenceReasons": [
         *         "employment"
         *       ],
         *       "bookletReason": {
         *         "kind": "family_conflict"
         *       },
         *       "matters": [
         *         {
         *           "code": "NAME_CHANGE",
         *           "details": "曾用名李例"
         *         }
         *       ],
         *       "told": {
         *         "crossProvinceService": true,
         *         "fiveWorkingDays": true,
         *         "mismatchMeansHomeStation": true
         *       },
         *       "agreed": true,
         *       "undertakingSigned": true
         *     }
         */
        Application: {
            /** @description 补录纸质申请的，填写纸质受理日期：YYYY-MM-DD */
            acceptedOnPaper?: string;
            agent?: {
                identityDocument: {
                    /**
                     * @description 当面核验方式；未核验为 null
                     * @enum {unknown}
                     */
                    checkedInPerson: "chip_reader" | "visual" | null;
                    /**
                     * @description 人证比对结果；未比对（委托代办时的申请人证件）为 null
                     * @enum {unknown}
                     */
                    comparison: "matches" | "does_not_match" | null;
                    /**
                     * @description 证件种类
                     * @enum {unknown}
                     */
                    kind: "resident_identity_card" | "temporary_identity_card" | "passport";
                    /** @description 第二名民警的核验 */
                    secondCheck?: {
                        /** @description 复核民警 */
                        officerId: string;
                        /** @description 人证比对不一致仍予受理的理由 */
                        reason?: string;
                    };
                    /** @description 有效期至：YYYY-MM-DD 或 long_term */
                    validUntil: string;
                };
                /** @description 公民身份号码 */
                idNumber: string;
                /** @description 授权委托书：日期、委托事项 */
                letterOfAuthority: string;
                /** @description 姓名 */
                name: string;
            };
            /** @description 申请人同意选择“跨省通办” */
            agreed: boolean;
            applicant: {
                /** @description 公民身份号码 */
                idNumber: string;
                /** @description 姓名 */
                name: string;
                /** @description 现居住地址 */
                residenceAddress: string;
                /** @description 联系电话 */
                telephone: string;
            };
            bookletReason: {
                /**
                 * @description 无法取得居民户口簿的原因；户口簿在手的不予受理
                 * @enum {unknown}
                 */
                kind: "family_conflict" | "other" | "at_hand";
                /** @description 其他原因的说明 */
                statement?: string;
            };
            /** @description 据以提交的草稿；提交成功后草稿即删除 */
            draftId?: string;
            guardian?: {
                /** @description 公民身份号码 */
                idNumber: string;
                /** @description 姓名 */
                name: string;
                /** @description 监护关系证明：证件名称，或核查方式 */
                proof: string;
                /** @description 与申请人关系 */
                relation: string;
            };
            /** @description 户籍地派出所代码 */
            homeStation: string;
            identityDocument: {
                /**
                 * @description 当面核验方式；未核验为 null
                 * @enum {unknown}
                 */
                checkedInPerson: "chip_reader" | "visual" | null;
                /**
                 * @description 人证比对结果；未比对（委托代办时的申请人证件）为 null
                 * @enum {unknown}
                 */
                comparison: "matches" | "does_not_match" | null;
                /**
                 * @description 证件种类
                 * @enum {unknown}
                 */
                kind: "resident_identity_card" | "temporary_identity_card" | "passport";
                /** @description 第二名民警的核验 */
                secondCheck?: {
                    /** @description 复核民警 */
                    officerId: string;
                    /** @description 人证比对不一致仍予受理的理由 */
                    reason?: string;
                };
                /** @description 有效期至：YYYY-MM-DD 或 long_term */
                validUntil: string;
            };
            /** @description 申请证明事项 */
            matters: {
                /** @description 事项代码 */
                code: string;
                /** @description 具体内容 */
                details?: string;
            }[];
            openCaseVerdict?: {
                /** @description 同一事项已有在办申请件仍予受理的理由 */
                reason: string;
            };
            /** @description 用途 */
            purpose?: string;
            /** @description 跨省居住原因 */
            residenceReasons: ("employment" | "schooling" | "residence")[];
            /** @description 已告知申请人的事项 */
            told: {
                crossProvinceService: boolean;
                fiveWorkingDays: boolean;
                mismatchMeansHomeStation: boolean;
            };
            /** @description 承诺书已签名 */
            undertakingSigned: boolean;
        };
        CalendarDryRun: {
            /** @description The calendar that it was compared with */
            basedOn: string;
            finishedAt: string | null;
            id: string;
            impact: {
                /** @description 有期限在走或待日历发布的未办结申请件 */
                cases: number;
                deadlines: number;
                /** @description The first hundred; all with format=csv */
                first: {
                    calendarDueDate: string | null;
                    caseNo: string;
                    clockKey: string;
                    days: number;
                    /** @enum {unknown} */
                    direction: "later" | "earlier" | "uncountable" | "begins";
                    dueDate: string | null;
                    standingDueDate: string | null;
                }[];
                movedCases: number;
                moves: {
                    /** @description Calendar days */
                    days: number;
                    deadlines: number;
                    /** @enum {unknown} */
                    direction: "later" | "earlier" | "uncountable" | "begins";
                    /** @description 其中按规定仍执行原期限的 */
                    held: number;
                }[];
            } | null;
            /** Format: date-time */
            requestedAt: string;
            /** @enum {unknown} */
            status: "running" | "finished";
        };
        CalendarRollout: {
            done: number;
            /** @description 其中按新日历提前的 */
            earlier: number;
            /** @description 尚无应答、将再次尝试的申请件 */
            failed: string[];
            finishedAt: string | null;
            /** @description Names the published calendar */
            id: string;
            /** @description 期限有变动的申请件 */
            moved: number;
            /** Format: date-time */
            startedAt: string;
            /** @enum {unknown} */
            status: "running" | "finished" | "superseded";
            total: number;
        };
        CalendarVersion: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /**
             * @description A file in the format of data/calendar (docs/calendars.md): a national calendar, or a region’s when it names one.
             * @example {
             *       "year": 2027,
             *       "status": "official",
             *       "source": "https://www.gov.cn/zhengce/content/…",
             *       "publishedOn": "2026-11-05",
             *       "days": [
             *         {
             *           "date": "2027-01-01",
             *           "name": "元旦",
             *           "offDay": true
             *         }
             *       ]
             *     }
             */
            document: {
                [key: string]: unknown;
            };
            id: string;
            publishedAt: string | null;
            publishedOn: string | null;
            region: string | null;
            source: string;
            /** @enum {unknown} */
            state: "waiting" | "in_force" | "superseded";
            /** @enum {unknown} */
            status: "official" | "provisional";
            supersededAt: string | null;
            year: number;
        };
        CalendarVersionHead: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            publishedAt: string | null;
            publishedOn: string | null;
            region: string | null;
            source: string;
            /** @enum {unknown} */
            state: "waiting" | "in_force" | "superseded";
            /** @enum {unknown} */
            status: "official" | "provisional";
            supersededAt: string | null;
            year: number;
        };
        Case: {
            /** Format: date-time */
            acceptedAt: string;
            acceptingStation: {
                address?: string;
                code: string;
                name: string;
                telephone?: string;
            };
            advice?: {
                code: string;
                message: string;
                pointer: string;
                /** @description Numbers of other open cases */
                related?: string[];
            }[];
            allowedActs: ("refuse" | "withdraw" | "refer" | "request_completion" | "complete_materials" | "transmit" | "reroute" | "assign" | "receive" | "correct_receipt" | "report_defect" | "return_dossier" | "answer" | "confirm_answer" | "request_further_verification" | "cancel_further_verification" | "answer_further_verification" | "issue" | "issue_annex_2" | "send_filing" | "acknowledge_filing" | "notify" | "collect" | "void_certificate" | "reissue" | "reprint" | "log_call" | "reply" | "complain" | "answer_complaint")[];
            answer: {
                /** Format: date-time */
                answeredAt: string;
                certificateText?: string;
                /** @description What differs, by item */
                differingItems?: ("name" | "former_name" | "sex" | "ethnicity" | "birth_date" | "birthplace" | "native_place" | "id_number" | "registered_address" | "kinship" | "migration" | "cancellation" | "other")[];
                finding?: string;
                matters?: {
                    finding?: string;
                    /** @enum {unknown} */
                    matter: "REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM";
                    /** @enum {unknown} */
                    result: "consistent" | "inconsistent" | "no_record";
                }[];
                /** @enum {unknown} */
                result: "consistent" | "partly_consistent" | "inconsistent" | "identity_not_verifiable";
                resultTitle: string;
                source?: string;
                /** @enum {unknown} */
                timeliness: "in_time" | "late";
                workingDaysLate: number | null;
            } | null;
            applicant: {
                idNumber: string;
                name: string;
                telephone?: string;
            };
            application?: components["schemas"]["Application"];
            attachments: {
                /** Format: date-time */
                addedAt: string;
                /** @description The officer, by number */
                addedBy: string;
                fileName?: string;
                /** Format: uuid */
                id: string;
                mediaType: string;
                /** @description Left out for what came before pages were counted */
                pages?: number;
                /** @description Of what is kept, which an image that was sent is not */
                sha256: string;
                sizeBytes: number;
            }[];
            /** @example 4401069900002026112500001P */
            caseNo: string;
            certificate: {
                certificateNo: string;
                /** Format: date-time */
                issuedAt: string;
                /** @enum {unknown} */
                kind: "annex_1" | "annex_2";
                /** @enum {unknown} */
                life: "valid" | "voided" | "superseded";
                lifeTitle: string;
                matters: ("REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM")[];
                printCount: number;
                sha256: string;
                supersededBy: string | null;
            } | null;
            /** @description Every certificate of the case, oldest first */
            certificates: {
                certificateNo: string;
                /** Format: date-time */
                issuedAt: string;
                /** @enum {unknown} */
                kind: "annex_1" | "annex_2";
                /** @enum {unknown} */
                life: "valid" | "voided" | "superseded";
                lifeTitle: string;
                matters: ("REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM")[];
                printCount: number;
                sha256: string;
                supersededBy: string | null;
            }[];
            closedAt: string | null;
            collectedAt: string | null;
            completion: {
                /** @description What was asked for */
                items?: string[];
                /** @enum {unknown} */
                open: "open" | "done" | "sent";
                /** @description Why it was asked for again */
                reason?: string;
                round: number;
            } | null;
            deadline: {
                /** Format: date-time */
                dueAt: string;
                /**
                 * @description What ends its last day; an answer is in time up to `dueAt`, which for `day` is the last instant before 24:00
                 * @enum {unknown}
                 */
                dueAtEndOf: "office_hours" | "day";
                /** Format: date */
                dueDate: string;
                /**
                 * @description What becomes of the term when missing or illegible pages are sent after
                 * @enum {unknown}
                 */
                onMaterialsCompleted: "clock_runs" | "clock_restarts";
                /** @description 暂定: the calendar of a year that it touches is not published yet */
                provisional: boolean;
                /** Format: date-time */
                receivedAt: string;
                /** @description What the home province has set, for people */
                rules: string[];
                text: string;
            } | null;
            defect: ("pages_missing" | "unreadable") | null;
            /** @description What the home station wrote */
            defectDescription?: string;
            dueAt: string | null;
            /** @enum {unknown} */
            filing: "none" | "due" | "sent" | "acknowledged";
            filingTitle: string;
            /** @description What the home station asked other stations, oldest first */
            furtherVerifications: {
                /** Format: date-time */
                askedAt: string;
                endedAt: string | null;
                /** @description What its register says */
                finding?: string;
                /** @description From 1, within the case */
                n: number;
                outcome: ("answered" | "cancelled" | "lapsed") | null;
                outcomeTitle: string;
                /** @description What it was asked */
                question?: string;
                result: ("consistent" | "inconsistent" | "no_record" | "not_our_register") | null;
                resultTitle: string | null;
                /** @enum {unknown} */
                source?: "population_system" | "paper_register";
                station: {
                    code: string;
                    name: string;
                };
            }[];
            /**
             * @description Who has to act next
             * @enum {unknown}
             */
            holder: "accepting_station" | "home_station" | "applicant" | "system";
            holderTitle: string;
            homeStation: {
                address?: string;
                code: string;
                name: string;
                telephone?: string;
            };
            matters: {
                code: string;
                title: string;
            }[];
            /** @description Whether the reader may add papers now */
            mayAddPapers: boolean;
            notifiedAt: string | null;
            outcome: ("collected" | "referred" | "refused" | "withdrawn" | "uncollected" | "terminated") | null;
            outcomeTitle: string | null;
            overdue: boolean;
            pausedAt: string | null;
            /** @description What the system is about to do, and what keeps it from it */
            pending: {
                /** @enum {unknown} */
                effect: "transmit_dossier" | "issue_certificate" | "send_filing";
                failures: number;
                incident: {
                    /** @enum {unknown} */
                    failureClass: "unprintable_text" | "certificate_too_long" | "calendar_missing" | "dossier_unreadable" | "fax_not_configured" | "fax_number_missing" | "fax_failed" | "fax_not_confirmed" | "service_unavailable" | "internal_error";
                    message: string;
                    nextTryAt: string | null;
                    remedy: string;
                } | null;
                /** Format: date-time */
                since: string;
                title: string;
            }[];
            /** @enum {unknown} */
            personalData: "full" | "masked";
            receivedAt: string | null;
            reroutes: number;
            returned: {
                /** @description What the home station wrote */
                explanation?: string;
                /** @enum {unknown} */
                reason: "not_our_register" | "refused";
                suggestedStation: string | null;
            } | null;
            /** @enum {unknown} */
            status: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
            statusTitle: string;
            transmissions: {
                /** @enum {unknown} */
                addressee: "liaison_officer" | "deputy_liaison_officer" | "duty_telephone";
                /** @enum {unknown} */
                channel: "platform" | "fax" | "manual";
                deliveredAt: string | null;
                handedOverAt: string | null;
                homeStation: string;
                n: number;
                pages: number | null;
                receipt: {
                    by: {
                        officerId: string;
                        role: string;
                        roleTitle: string;
                        unitCode: string;
                    };
                    pagesReceived: number | null;
                    /** Format: date-time */
                    receivedAt: string;
                    /** Format: date-time */
                    recordedAt: string;
                } | null;
                receiptStanding: ("awaited" | "received" | "lapsed") | null;
                receiptStandingTitle: string | null;
            }[];
            /** @description 未领取: every reminder to collect has gone out in vain, or the case ended so */
            uncollected: boolean;
            /** @description Grows with every entry of the ledger */
            version: number;
        };
        CaseListItem: {
            /** Format: date-time */
            acceptedAt: string;
            acceptingStation: {
                address?: string;
                code: string;
                name: string;
                telephone?: string;
            };
            applicant: {
                idNumber: string;
                name: string;
                telephone?: string;
            };
            /** @example 4401069900002026112500001P */
            caseNo: string;
            closedAt: string | null;
            dueAt: string | null;
            /**
             * @description Who has to act next
             * @enum {unknown}
             */
            holder: "accepting_station" | "home_station" | "applicant" | "system";
            holderTitle: string;
            homeStation: {
                address?: string;
                code: string;
                name: string;
                telephone?: string;
            };
            matters: string[];
            outcome: ("collected" | "referred" | "refused" | "withdrawn" | "uncollected" | "terminated") | null;
            outcomeTitle: string | null;
            overdue: boolean;
            pausedAt: string | null;
            /** @enum {unknown} */
            status: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
            statusTitle: string;
            /** @description 未领取: every reminder to collect has gone out in vain, or the case ended so */
            uncollected: boolean;
        };
        DirectoryPerson: {
            absences: {
                from: string;
                to: string;
            }[];
            /** @description Calls to his station that nobody answered lately */
            callsNotAnswered: number;
            email: string | null;
            faxNumber: string | null;
            /** @enum {unknown} */
            freshness: "fresh" | "reminder_due" | "blocked";
            /** Format: uuid */
            id: string;
            lastConfirmedOn: string;
            name: string;
            officerId: string | null;
            /** @enum {unknown} */
            post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
            postTitle: string;
            /** @enum {unknown} */
            quality: "reliable" | "doubtful" | "poor";
            qualityTitle: string;
            /**
             * @description Whether he can be told today
             * @enum {unknown}
             */
            standing: "available" | "not_valid" | "on_leave" | "unconfirmed";
            standingTitle: string;
            telephone: string;
            unitCode: string;
            unitName: string;
            validFrom: string;
            validUntil: string | null;
            version: number;
        };
        DirectoryUnit: {
            address: string | null;
            code: string;
            /** @enum {unknown} */
            level: "province" | "city" | "county" | "station";
            levelTitle: string;
            name: string;
            parentCode: string | null;
            region: string;
            telephone: string | null;
            version: number;
        };
        Policy: {
            createdAt: string | null;
            /** @description New cases start with it */
            inForce: boolean;
            province: string | null;
            /** @description The whole policy, nothing left out */
            settings: {
                [key: string]: unknown;
            };
            /** @description Names these settings for good */
            version: string;
        };
        /** @description RFC 9457 problem details */
        Problem: {
            allowed?: ("refuse" | "withdraw" | "refer" | "request_completion" | "complete_materials" | "transmit" | "reroute" | "assign" | "receive" | "correct_receipt" | "report_defect" | "return_dossier" | "answer" | "confirm_answer" | "request_further_verification" | "cancel_further_verification" | "answer_further_verification" | "issue" | "issue_annex_2" | "send_filing" | "acknowledge_filing" | "notify" | "collect" | "void_certificate" | "reissue" | "reprint" | "log_call" | "reply" | "complain" | "answer_complaint")[];
            /** @description See docs/errors.md */
            code: string;
            /** @enum {unknown} */
            currentStatus?: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
            detail: string;
            /** @description The first 100; where there are more, a last one (`more_faults`) says how many */
            errors?: {
                /** @description The clause or law that the rule rests on */
                basis?: string;
                /** @description Stable code of the fault */
                code: string;
                /** @description A Chinese sentence that says what is wrong and what is right */
                message: string;
                /** @description RFC 6901 pointer into the body; /query/… into the query string */
                pointer: string;
            }[];
            /** @description Number of the request, as it stands in the log */
            instance: string;
            status: number;
            title: string;
            /** Format: uri-reference */
            type: string;
        };
        StationContacts: {
            closure: {
                alternative: string | null;
                from: string;
                to: string;
            } | null;
            dutyTelephone: string | null;
            /** @description The first is tried first */
            faxNumbers: string[];
            freshness: ("fresh" | "reminder_due" | "blocked") | null;
            /** @description Whether notices reach the station’s chat group */
            groupRobot: boolean;
            groupRobotUrl?: string | null;
            lastConfirmedOn: string | null;
            successor: {
                since: string;
                unitCode: string;
            } | null;
            unitCode: string;
            version: number;
        };
    };
    responses: {
        /** @description The status of the case does not allow it; says what is allowed */
        act_not_allowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "act_not_allowed";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        application_is_eligible: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "application_is_eligible";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        batch_not_running: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "batch_not_running";
                };
            };
        };
        /** @description Too large */
        body_too_large: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "body_too_large";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        calendar_version_in_use: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "calendar_version_in_use";
                };
            };
        };
        /** @description Not there, or outside the caller’s scope */
        case_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "case_not_found";
                };
            };
        };
        /** @description Not there, or outside the caller’s scope */
        case_status_not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "case_status_not_found";
                };
            };
        };
        /** @description Not there, or outside the caller’s scope */
        certificate_not_confirmed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "certificate_not_confirmed";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        delivery_underway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "delivery_underway";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        dry_run_needed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "dry_run_needed";
                };
            };
        };
        /** @description Everything that is wrong with it, each with a pointer */
        idempotency_key_reused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "idempotency_key_reused";
                };
            };
        };
        /** @description Internal error */
        internal_error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "internal_error";
                };
            };
        };
        /** @description Malformed request */
        malformed_request: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "malformed_request";
                };
            };
        };
        /** @description Not there, or outside the caller’s scope */
        not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "not_found";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        papers_no_longer_taken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "papers_no_longer_taken";
                };
            };
        };
        /** @description Changed by somebody else meanwhile */
        precondition_failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "precondition_failed";
                };
            };
        };
        /** @description If-Match is missing */
        precondition_required: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "precondition_required";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        remedy_already_decided: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "remedy_already_decided";
                };
            };
        };
        /** @description The status of the case does not allow it; says what is allowed */
        remedy_not_possible: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "remedy_not_possible";
                };
            };
        };
        /** @description Temporarily unavailable */
        service_unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "service_unavailable";
                };
            };
        };
        /** @description Too many requests, attempts or open streams; Retry-After says when the next request or attempt is let through */
        too_many_attempts: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "too_many_attempts";
                };
            };
        };
        /** @description Too many requests, attempts or open streams; Retry-After says when the next request or attempt is let through */
        too_many_requests: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "too_many_requests";
                };
            };
        };
        /** @description Type not supported */
        unsupported_media_type: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "unsupported_media_type";
                };
            };
        };
        /** @description Everything that is wrong with it, each with a pointer */
        validation_failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code: "validation_failed";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Name of the file, in any script (RFC 6266); of files and tables only */
        "Content-Disposition": string;
        /** @description Version of what was read or is now kept, for If-None-Match or If-Match */
        ETag: string;
        /** @description Only where the request had been carried out before under its key: nothing was done for it now */
        "Idempotency-Replayed": "true";
        /** @description Where what was made, or is being made, is read */
        Location: string;
        /** @description What is left (`r`) for how many seconds (`t`); none where the operator sets no limit */
        RateLimit: string;
        /** @description How many requests (`q`) in how many seconds (`w`); none where the operator sets no limit */
        "RateLimit-Policy": string;
        /** @description SHA-256 of the file (RFC 9530) */
        "Repr-Digest": string;
        /** @description In how many seconds it makes sense to ask again */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccountLocks: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
                /** @description 警号或客户端标识 */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            lockedAt: string;
                            lockedBy: string;
                            reason: string;
                            subject: string;
                            /** @description It holds at this unit and all below it */
                            unitCode: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    lockAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 停用理由 */
                    reason: string;
                    /** @description 警号或客户端标识 */
                    subject: string;
                    /** @description 12位单位代码 */
                    unitCode?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        lockedAt: string;
                        lockedBy: string;
                        reason: string;
                        subject: string;
                        /** @description It holds at this unit and all below it */
                        unitCode: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    liftAccountLock: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 恢复理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listAudit: {
        parameters: {
            query: {
                /** @description 申请件编号，26位 */
                caseNo?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                format: "json" | "csv";
                from?: string;
                kind?: "read" | "list" | "search" | "unmask" | "file" | "export" | "query_register" | "handle" | "identity_mismatch" | "administer" | "read_audit" | "log_in" | "log_out" | "consult";
                limit: number;
                /** @description 警号 */
                officerId?: string;
                outcome?: "allowed" | "denied" | "not_found";
                to?: string;
                /** @description 12位单位代码 */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            caseNo: string | null;
                            code: string | null;
                            /**
                             * Format: date
                             * @description Whose chain it stands in
                             */
                            day: string;
                            hash: string;
                            /** @enum {unknown} */
                            kind: "read" | "list" | "search" | "unmask" | "file" | "export" | "query_register" | "handle" | "identity_mismatch" | "administer" | "read_audit" | "log_in" | "log_out" | "consult";
                            kindTitle: string;
                            objectId: string | null;
                            officerId: string | null;
                            /** @description The operation’s id in this document */
                            operation: string;
                            /** @enum {unknown} */
                            outcome: "allowed" | "denied" | "not_found";
                            outcomeTitle: string;
                            /** @description As in the log, and in the problem that the caller got */
                            requestId: string;
                            roles: string[];
                            /** @description Its place in the chain */
                            seq: number;
                            unitCode: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": string;
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listAuditAnchors: {
        parameters: {
            query?: {
                /** @description 默认30日前 */
                from?: string;
                /** @description 默认今日 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Rows of the day, of every unit */
                            count: number;
                            /** Format: date */
                            day: string;
                            /** @description Of the last row; SHA-256, hexadecimal */
                            hash: string;
                        }[];
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getCalendarDryRun: {
        parameters: {
            query: {
                format: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDryRun"];
                    "text/csv": string;
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getCalendarRollout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRollout"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Names the whole calendar that holds now */
                        current: string;
                        items: components["schemas"]["CalendarVersionHead"][];
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    handInCalendar: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                year: string;
            };
            cookie?: never;
        };
        /** @description A file in the format of data/calendar (docs/calendars.md): a national calendar, or a region’s when it names one. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersion"] | components["schemas"]["CalendarDryRun"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersion"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDryRun"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getCalendarVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersion"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    deleteCalendarVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            409: components["responses"]["calendar_version_in_use"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    publishCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                year: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 试算编号，必填：对同一内容、以现行日历为基准的试算
                     * @example 018f2c5a-7d0b-4c1e-9a51-3f6f1f6b8a10
                     */
                    dryRun?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersion"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarRollout"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            409: components["responses"]["dry_run_needed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listCases: {
        parameters: {
            query: {
                acceptedSince?: string;
                /** @description 受理地派出所，或其上级单位 */
                acceptingStation?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                dueBefore?: string;
                /** @description Only these of its fields, as application/vnd.tongban.sparse+json: `caseNo,status,dueAt` */
                fields?: string;
                /** @description 户籍地派出所，或其上级单位 */
                homeStation?: string;
                limit: number;
                /** @description true：只列查证已逾期的 */
                overdue?: boolean;
                /** @description By what, `-` newest or latest first; without a due date is last by `dueAt`, first by `-dueAt` */
                sort: "-acceptedAt" | "acceptedAt" | "dueAt" | "-dueAt";
                status?: ("accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseListItem"][];
                        nextCursor: string | null;
                    };
                    "application/vnd.tongban.sparse+json": {
                        items: {
                            /** Format: date-time */
                            acceptedAt?: string;
                            acceptingStation?: {
                                address?: string;
                                code: string;
                                name: string;
                                telephone?: string;
                            };
                            applicant?: {
                                idNumber: string;
                                name: string;
                                telephone?: string;
                            };
                            /** @example 4401069900002026112500001P */
                            caseNo?: string;
                            closedAt?: string | null;
                            dueAt?: string | null;
                            /**
                             * @description Who has to act next
                             * @enum {unknown}
                             */
                            holder?: "accepting_station" | "home_station" | "applicant" | "system";
                            holderTitle?: string;
                            homeStation?: {
                                address?: string;
                                code: string;
                                name: string;
                                telephone?: string;
                            };
                            matters?: string[];
                            outcome?: ("collected" | "referred" | "refused" | "withdrawn" | "uncollected" | "terminated") | null;
                            outcomeTitle?: string | null;
                            overdue?: boolean;
                            pausedAt?: string | null;
                            /** @enum {unknown} */
                            status?: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
                            statusTitle?: string;
                            /** @description 未领取: every reminder to collect has gone out in vain, or the case ended so */
                            uncollected?: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    submitApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Application"];
                "multipart/form-data": {
                    application: components["schemas"]["Application"];
                    /** @description JPEG, PNG or PDF, by content; by default at most 20 files, 10 MB each and 40 MB together, a PDF of at most 50 pages. Images are kept as they are encoded anew. */
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "application_not_eligible" | "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getCase: {
        parameters: {
            query?: {
                /** @description Only these of its fields, as application/vnd.tongban.sparse+json: `caseNo,status,dueAt` */
                fields?: string;
            };
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                    "application/vnd.tongban.sparse+json": {
                        /** Format: date-time */
                        acceptedAt?: string;
                        acceptingStation?: {
                            address?: string;
                            code: string;
                            name: string;
                            telephone?: string;
                        };
                        advice?: {
                            code: string;
                            message: string;
                            pointer: string;
                            /** @description Numbers of other open cases */
                            related?: string[];
                        }[];
                        allowedActs?: ("refuse" | "withdraw" | "refer" | "request_completion" | "complete_materials" | "transmit" | "reroute" | "assign" | "receive" | "correct_receipt" | "report_defect" | "return_dossier" | "answer" | "confirm_answer" | "request_further_verification" | "cancel_further_verification" | "answer_further_verification" | "issue" | "issue_annex_2" | "send_filing" | "acknowledge_filing" | "notify" | "collect" | "void_certificate" | "reissue" | "reprint" | "log_call" | "reply" | "complain" | "answer_complaint")[];
                        answer?: {
                            /** Format: date-time */
                            answeredAt: string;
                            certificateText?: string;
                            /** @description What differs, by item */
                            differingItems?: ("name" | "former_name" | "sex" | "ethnicity" | "birth_date" | "birthplace" | "native_place" | "id_number" | "registered_address" | "kinship" | "migration" | "cancellation" | "other")[];
                            finding?: string;
                            matters?: {
                                finding?: string;
                                /** @enum {unknown} */
                                matter: "REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM";
                                /** @enum {unknown} */
                                result: "consistent" | "inconsistent" | "no_record";
                            }[];
                            /** @enum {unknown} */
                            result: "consistent" | "partly_consistent" | "inconsistent" | "identity_not_verifiable";
                            resultTitle: string;
                            source?: string;
                            /** @enum {unknown} */
                            timeliness: "in_time" | "late";
                            workingDaysLate: number | null;
                        } | null;
                        applicant?: {
                            idNumber: string;
                            name: string;
                            telephone?: string;
                        };
                        application?: components["schemas"]["Application"];
                        attachments?: {
                            /** Format: date-time */
                            addedAt: string;
                            /** @description The officer, by number */
                            addedBy: string;
                            fileName?: string;
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            /** @description Left out for what came before pages were counted */
                            pages?: number;
                            /** @description Of what is kept, which an image that was sent is not */
                            sha256: string;
                            sizeBytes: number;
                        }[];
                        /** @example 4401069900002026112500001P */
                        caseNo?: string;
                        certificate?: {
                            certificateNo: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** @enum {unknown} */
                            kind: "annex_1" | "annex_2";
                            /** @enum {unknown} */
                            life: "valid" | "voided" | "superseded";
                            lifeTitle: string;
                            matters: ("REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM")[];
                            printCount: number;
                            sha256: string;
                            supersededBy: string | null;
                        } | null;
                        /** @description Every certificate of the case, oldest first */
                        certificates?: {
                            certificateNo: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** @enum {unknown} */
                            kind: "annex_1" | "annex_2";
                            /** @enum {unknown} */
                            life: "valid" | "voided" | "superseded";
                            lifeTitle: string;
                            matters: ("REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM")[];
                            printCount: number;
                            sha256: string;
                            supersededBy: string | null;
                        }[];
                        closedAt?: string | null;
                        collectedAt?: string | null;
                        completion?: {
                            /** @description What was asked for */
                            items?: string[];
                            /** @enum {unknown} */
                            open: "open" | "done" | "sent";
                            /** @description Why it was asked for again */
                            reason?: string;
                            round: number;
                        } | null;
                        deadline?: {
                            /** Format: date-time */
                            dueAt: string;
                            /**
                             * @description What ends its last day; an answer is in time up to `dueAt`, which for `day` is the last instant before 24:00
                             * @enum {unknown}
                             */
                            dueAtEndOf: "office_hours" | "day";
                            /** Format: date */
                            dueDate: string;
                            /**
                             * @description What becomes of the term when missing or illegible pages are sent after
                             * @enum {unknown}
                             */
                            onMaterialsCompleted: "clock_runs" | "clock_restarts";
                            /** @description 暂定: the calendar of a year that it touches is not published yet */
                            provisional: boolean;
                            /** Format: date-time */
                            receivedAt: string;
                            /** @description What the home province has set, for people */
                            rules: string[];
                            text: string;
                        } | null;
                        defect?: ("pages_missing" | "unreadable") | null;
                        /** @description What the home station wrote */
                        defectDescription?: string;
                        dueAt?: string | null;
                        /** @enum {unknown} */
                        filing?: "none" | "due" | "sent" | "acknowledged";
                        filingTitle?: string;
                        /** @description What the home station asked other stations, oldest first */
                        furtherVerifications?: {
                            /** Format: date-time */
                            askedAt: string;
                            endedAt: string | null;
                            /** @description What its register says */
                            finding?: string;
                            /** @description From 1, within the case */
                            n: number;
                            outcome: ("answered" | "cancelled" | "lapsed") | null;
                            outcomeTitle: string;
                            /** @description What it was asked */
                            question?: string;
                            result: ("consistent" | "inconsistent" | "no_record" | "not_our_register") | null;
                            resultTitle: string | null;
                            /** @enum {unknown} */
                            source?: "population_system" | "paper_register";
                            station: {
                                code: string;
                                name: string;
                            };
                        }[];
                        /**
                         * @description Who has to act next
                         * @enum {unknown}
                         */
                        holder?: "accepting_station" | "home_station" | "applicant" | "system";
                        holderTitle?: string;
                        homeStation?: {
                            address?: string;
                            code: string;
                            name: string;
                            telephone?: string;
                        };
                        matters?: {
                            code: string;
                            title: string;
                        }[];
                        /** @description Whether the reader may add papers now */
                        mayAddPapers?: boolean;
                        notifiedAt?: string | null;
                        outcome?: ("collected" | "referred" | "refused" | "withdrawn" | "uncollected" | "terminated") | null;
                        outcomeTitle?: string | null;
                        overdue?: boolean;
                        pausedAt?: string | null;
                        /** @description What the system is about to do, and what keeps it from it */
                        pending?: {
                            /** @enum {unknown} */
                            effect: "transmit_dossier" | "issue_certificate" | "send_filing";
                            failures: number;
                            incident: {
                                /** @enum {unknown} */
                                failureClass: "unprintable_text" | "certificate_too_long" | "calendar_missing" | "dossier_unreadable" | "fax_not_configured" | "fax_number_missing" | "fax_failed" | "fax_not_confirmed" | "service_unavailable" | "internal_error";
                                message: string;
                                nextTryAt: string | null;
                                remedy: string;
                            } | null;
                            /** Format: date-time */
                            since: string;
                            title: string;
                        }[];
                        /** @enum {unknown} */
                        personalData?: "full" | "masked";
                        receivedAt?: string | null;
                        reroutes?: number;
                        returned?: {
                            /** @description What the home station wrote */
                            explanation?: string;
                            /** @enum {unknown} */
                            reason: "not_our_register" | "refused";
                            suggestedStation: string | null;
                        } | null;
                        /** @enum {unknown} */
                        status?: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
                        statusTitle?: string;
                        transmissions?: {
                            /** @enum {unknown} */
                            addressee: "liaison_officer" | "deputy_liaison_officer" | "duty_telephone";
                            /** @enum {unknown} */
                            channel: "platform" | "fax" | "manual";
                            deliveredAt: string | null;
                            handedOverAt: string | null;
                            homeStation: string;
                            n: number;
                            pages: number | null;
                            receipt: {
                                by: {
                                    officerId: string;
                                    role: string;
                                    roleTitle: string;
                                    unitCode: string;
                                };
                                pagesReceived: number | null;
                                /** Format: date-time */
                                receivedAt: string;
                                /** Format: date-time */
                                recordedAt: string;
                            } | null;
                            receiptStanding: ("awaited" | "received" | "lapsed") | null;
                            receiptStandingTitle: string | null;
                        }[];
                        /** @description 未领取: every reminder to collect has gone out in vain, or the case ended so */
                        uncollected?: boolean;
                        /** @description Grows with every entry of the ledger */
                        version?: number;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    acknowledge_filingCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "filing_not_sent" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getAgenda: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            clockKey?: string;
                            /** @enum {unknown} */
                            colour?: "blue" | "yellow" | "red";
                            gaps?: string[];
                            /** @enum {unknown} */
                            kind: "rung" | "retry";
                            /** @enum {unknown} */
                            rung?: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            title: string;
                            /** @description Whom the directory, as it stands, would name at that instant; it is asked again when the rung fires */
                            to?: {
                                personName: string | null;
                                post: string | null;
                                postTitle: string;
                                unitCode: string | null;
                                unitName: string | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    answerCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 证明内容，逐字印在证明上；换行另起一段 */
                    certificateText?: string;
                    /** @description 不一致的项目，有不一致时必填；转告知书只写这些项目的名称 */
                    differingItems?: ("name" | "former_name" | "sex" | "ethnicity" | "birth_date" | "birthplace" | "native_place" | "id_number" | "registered_address" | "kinship" | "migration" | "cancellation" | "other")[];
                    /** @description 登记与申请有何不同，或无法查证的情况；只给两地派出所看 */
                    finding?: string;
                    /** @description 逐项结果，部分一致时必填 */
                    matters?: {
                        /** @description 登记与申请有何不同 */
                        finding?: string;
                        /** @enum {unknown} */
                        matter: "REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM";
                        /** @enum {unknown} */
                        result: "consistent" | "inconsistent" | "no_record";
                    }[];
                    /**
                     * @description 查证结果
                     * @enum {unknown}
                     */
                    result: "consistent" | "partly_consistent" | "inconsistent" | "identity_not_verifiable";
                    /**
                     * @description 查证来源
                     * @enum {unknown}
                     */
                    source: "population_system" | "paper_register";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    answer_complaintCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 投诉序号，见办理过程 */
                    complaint: number;
                    /** @description 答复内容，不写申请人的个人信息 */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "no_complaint_to_answer";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    answer_further_verificationCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 户籍登记的内容，或者不一致、无登记的情况 */
                    finding: string;
                    /** @description 协助查证序号，见办理情况 */
                    furtherVerification: number;
                    /**
                     * @description 协助查证结果
                     * @enum {unknown}
                     */
                    result: "consistent" | "inconsistent" | "no_record" | "not_our_register";
                    /**
                     * @description 查证来源
                     * @enum {unknown}
                     */
                    source: "population_system" | "paper_register";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "no_further_verification";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    assignCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 公安机关代码 */
                    homeStation: string;
                    /** @description 备注 */
                    remarks?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "dossier_not_delivered" | "station_already_assigned";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    addAttachments: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description JPEG, PNG or PDF, by content; by default at most 20 files, 10 MB each and 40 MB together, a PDF of at most 50 pages. Images are kept as they are encoded anew. */
                    attachments: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            addedAt: string;
                            /** @description The officer, by number */
                            addedBy: string;
                            fileName?: string;
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            /** @description Left out for what came before pages were counted */
                            pages?: number;
                            /** @description Of what is kept, which an image that was sent is not */
                            sha256: string;
                            sizeBytes: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            409: components["responses"]["papers_no_longer_taken"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "not_found" | "personal_data_removed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    cancel_further_verificationCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 协助查证序号，见办理情况 */
                    furtherVerification: number;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "no_further_verification";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "certificate_not_issued" | "personal_data_removed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listCertificateChecks: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            certificateNo: string;
                            /** Format: date-time */
                            checkedAt: string;
                            /** @enum {unknown} */
                            outcome: "valid" | "voided" | "superseded" | "not_confirmed";
                            outcomeTitle: string;
                            /** @enum {unknown} */
                            way: "token" | "number";
                            wayTitle: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getCertificateByNo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
                certificateNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "certificate_not_issued" | "personal_data_removed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Since acceptance, whoever held the case */
                        ageHours: number;
                        clocks: {
                            /**
                             * Format: date-time
                             * @description By the calendar alone: earlier than `dueAt` where the later date stands
                             */
                            calendarDueAt: string;
                            /** @enum {unknown} */
                            clock: "transmission" | "receipt" | "verification" | "further_verification" | "assignment" | "issue" | "filing_dispatch" | "filing_acknowledgement" | "collection" | "reply";
                            /** @description Empty for a term in calendar days */
                            days: {
                                /** Format: date */
                                date: string;
                                notice: string | null;
                                ordinal: number | null;
                                reason: string;
                            }[];
                            /** Format: date-time */
                            dueAt: string;
                            /** @description The same for people, a line for each day */
                            explanation: string[];
                            key: string;
                            /** @description What moved it, oldest first */
                            moves: {
                                /** Format: date-time */
                                at: string;
                                /**
                                 * Format: date-time
                                 * @description By the calendar alone: earlier than `dueAt` where the later date stands
                                 */
                                calendarDueAt: string;
                                /** @enum {unknown} */
                                cause: "receipt" | "receipt_corrected" | "materials_completed" | "calendar_revised" | "policy_migrated";
                                causeTitle: string;
                                /** Format: date-time */
                                from: string;
                                notice: {
                                    id: string;
                                    publishedOn: string | null;
                                    source: string;
                                    title: string;
                                } | null;
                                /** Format: date-time */
                                to: string;
                            }[];
                            notices: {
                                id: string;
                                publishedOn: string | null;
                                source: string;
                                title: string;
                            }[];
                            /** @description It ran past its due instant, or does so now */
                            overdue: boolean;
                            provisional: boolean;
                            /** Format: date-time */
                            startedAt: string;
                            stoppedAt: string | null;
                            termDays: number | null;
                            termWorkingDays: number | null;
                            title: string;
                        }[];
                        /** @description Who held the case from when to when, without gap or overlap */
                        custody: {
                            /** Format: date-time */
                            from: string;
                            /** @enum {unknown} */
                            holder: "accepting_station" | "home_station" | "applicant" | "system";
                            holderTitle: string;
                            hours: number;
                            to: string | null;
                        }[];
                        /** @description Clocks that wait for a calendar: they count from `startedAt` when it is published */
                        unstartedClocks: {
                            /** @enum {unknown} */
                            clock: "transmission" | "receipt" | "verification" | "further_verification" | "assignment" | "issue" | "filing_dispatch" | "filing_acknowledgement" | "collection" | "reply";
                            /** @description The same for people, a line for each day */
                            explanation: string[];
                            key: string;
                            /** Format: date-time */
                            startedAt: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    collectCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 领取人
                     * @enum {unknown}
                     */
                    collectedBy: "applicant" | "guardian" | "agent";
                    /**
                     * @description 领取人出示的证件
                     * @enum {unknown}
                     */
                    identityDocument?: "resident_identity_card" | "temporary_identity_card" | "passport";
                    /**
                     * @description 签名或捺印
                     * @enum {unknown}
                     */
                    signature?: "signed" | "fingerprint";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "already_collected" | "case_paused" | "issue_in_progress" | "no_valid_certificate";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    complainCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 本案中的哪一派出所；不填时，受理地和协助查证的派出所为户籍地派出所，户籍地派出所为受理地派出所 */
                    station?: string;
                    /** @description 投诉该派出所的内容，不写申请人的个人信息 */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    complete_materialsCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 备注 */
                    remarks?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "no_completion_requested";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    confirm_answerCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress" | "no_answer_to_confirm" | "second_person_needed";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    correct_receiptCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                    /** Format: date-time */
                    receivedAt: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "receipt_time_implausible";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getDeadline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description By the calendar alone: earlier than `dueAt` where the later date stands
                         */
                        calendarDueAt: string;
                        calendarVersion: string;
                        days: {
                            /** Format: date */
                            date: string;
                            notice: string | null;
                            ordinal: number | null;
                            reason: string;
                        }[];
                        /** Format: date */
                        dayZero: string;
                        /** Format: date-time */
                        dueAt: string;
                        /** Format: date */
                        dueDate: string;
                        /** @description The same for people, a line for each day */
                        explanation: string[];
                        notices: {
                            id: string;
                            publishedOn: string | null;
                            source: string;
                            title: string;
                        }[];
                        overdue: boolean;
                        provisional: boolean;
                        /** Format: date-time */
                        startedAt: string;
                        termWorkingDays: number;
                    };
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "deadline_not_started";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listDeliveriesOfCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {unknown} */
                            audience: "applicant" | "unit";
                            /** Format: date-time */
                            createdAt: string;
                            deliveries: {
                                attempts: number;
                                /** @enum {unknown} */
                                channel: "inbox" | "email" | "sms" | "robot" | "webhook";
                                channelTitle: string;
                                /** @description inbox, or person/…, applicant/…, group/…, duty/… (of a station) or endpoint/… with the id of it */
                                destination: string;
                                givenUpAt: string | null;
                                handedOverAt: string | null;
                                lastFailure: {
                                    code: string;
                                    /** @enum {unknown} */
                                    kind: "temporary" | "permanent";
                                    message: string;
                                } | null;
                                slotAt: string | null;
                                /** @enum {unknown} */
                                status: "planned" | "sending" | "delivered" | "given_up" | "suppressed";
                                statusTitle: string;
                                suppression: {
                                    message: string;
                                    originalNoticeId: number | null;
                                    /** @enum {unknown} */
                                    reason: "duplicate" | "channel_off";
                                } | null;
                            }[];
                            id: number;
                            /** @enum {unknown} */
                            kind: "case" | "acceptance" | "due_date" | "certificate_ready" | "referral" | "collection_reminder" | "incident" | "escalation" | "directory" | "calendar" | "digest" | "delivery_failure";
                            kindTitle: string;
                            role: string | null;
                            text: string;
                            unitCode: string | null;
                            /** @enum {unknown} */
                            urgency: "normal" | "urgent";
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getDossier: {
        parameters: {
            query?: {
                /** @description 第几次信息流转；不填时，尚未送出的为下一次（供打印后传真、送达或邮寄），已送出的为最近一次 */
                transmission?: number;
            };
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "paper_not_available" | "personal_data_removed";
                    };
                };
            };
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "calendar_missing" | "certificate_too_long" | "unprintable_text" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    exportCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file of the case */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    issueCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 证明作废后更正的证明内容；首次出具不能填写，与反馈不一致的将告知户籍地派出所 */
                    certificateText?: string;
                    /**
                     * @description 申请人同意只就已查证一致的事项出具证明
                     * @enum {unknown}
                     */
                    consent?: "given";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "answer_being_corrected" | "answer_is_negative" | "case_paused" | "consent_needed" | "issue_in_progress" | "no_certificate_to_correct";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    issue_annex_2Case: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 查询时间；填本系统查询编号的，以查询记录为准，可不填
                     */
                    queriedAt?: string;
                    /** @description 户籍登记地址，逐字印在证明上 */
                    registeredAddress: string;
                    /** @description 人口信息系统查询编号，或查询方式、时间和操作人 */
                    registerReference: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "annex_2_not_possible" | "case_paused" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getLegalHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNo: string;
                        /** Format: date-time */
                        heldAt: string;
                        heldBy: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "not_found";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    holdCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 保全理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNo: string;
                        /** Format: date-time */
                        heldAt: string;
                        heldBy: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    releaseCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    log_callCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    calledAt?: string;
                    /** @description 拨打的号码 */
                    number: string;
                    /**
                     * @description 接通，或无人接听
                     * @enum {unknown}
                     */
                    outcome: "answered" | "not_answered";
                    /** @description 备注 */
                    remarks?: string;
                    /** @description 本案中的哪一派出所；不填时，受理地和协助查证的派出所为户籍地派出所，户籍地派出所为受理地派出所 */
                    station?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listNoticesOfCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {unknown} */
                            audience: "applicant" | "unit";
                            /** Format: date-time */
                            createdAt: string;
                            role: string | null;
                            text: string;
                            unitCode: string | null;
                        }[];
                    };
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    notifyCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 通知方式
                     * @enum {unknown}
                     */
                    method: "telephone" | "in_person" | "message";
                    /** @description 备注 */
                    remarks?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "already_collected" | "answer_being_corrected" | "answer_is_consistent" | "case_paused" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listPapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            href: string;
                            /** @description Whether no later one takes its place */
                            latest: boolean;
                            /** Format: date-time */
                            occurredAt: string;
                            /** @enum {unknown} */
                            paper: "application_form" | "acceptance_receipt" | "completion_notice" | "rejection_notice" | "refusal_notice" | "cover_sheet" | "verification_report" | "annex_1" | "annex_2" | "filing_letter" | "collection_notice" | "referral_notice" | "supervision_order" | "collection_record";
                            /** @description Whose hands it is made for */
                            readers: ("applicant" | "accepting_station" | "home_station" | "supervisor")[];
                            /** @description Event of the ledger that gave rise to it */
                            seq: number;
                            title: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getPaper: {
        parameters: {
            query?: {
                /** @description 办理记录的序号，见文书列表；不填为最新的一份 */
                seq?: number;
            };
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
                /** @description 文书 */
                paperId: "application_form" | "acceptance_receipt" | "completion_notice" | "refusal_notice" | "cover_sheet" | "verification_report" | "filing_letter" | "collection_notice" | "referral_notice" | "supervision_order" | "collection_record";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "paper_not_available" | "personal_data_removed";
                    };
                };
            };
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "calendar_missing" | "certificate_too_long" | "unprintable_text" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    migrateCasePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由，与申请件的办理过程一并保存 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNo: string;
                        policyVersions: {
                            [key: string]: string;
                        };
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            409: components["responses"]["act_not_allowed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    receiveCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 收到的页数，传真或人工送达时必填；平台送达的为材料份数，可不填。与送出的不同的，即反映缺页，可以补发 */
                    pagesReceived?: number;
                    /**
                     * Format: date-time
                     * @description 送达时间；不填时为已知的送达时间，没有则为现在
                     */
                    receivedAt?: string;
                    /** @description 签收第几次信息流转；不填时为最近一次 */
                    transmission?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "already_received" | "case_paused" | "dossier_not_delivered" | "pages_not_counted" | "receipt_time_implausible" | "station_not_assigned";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    referCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 申请人的说明 */
                    statement?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    refuseCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 不予出具的理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listRegisterQueries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            answeredAt: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: {
                                officerId: string;
                                role: string;
                                roleTitle: string;
                                unitCode: string;
                            };
                            caseNo: string;
                            /** @description What came of it and what to do next */
                            detail: string;
                            /** @description Empty when application and register agree */
                            differences?: {
                                applicationValue: string;
                                /**
                                 * @description conflict: both cannot be right; attention: the register explains it, or it may be a slip
                                 * @enum {unknown}
                                 */
                                gravity: "conflict" | "attention";
                                gravityTitle: string;
                                /** @enum {unknown} */
                                item: "name" | "former_names" | "id_number" | "sex" | "birth_date" | "home_station" | "status";
                                registerValue: string;
                                title: string;
                            }[];
                            durationMs: number | null;
                            entry?: {
                                /** Format: date */
                                birthDate: string;
                                birthplace: string;
                                ethnicity: string;
                                formerIdNumbers: string[];
                                formerNames: string[];
                                idNumber: string;
                                name: string;
                                registeredAddress: string;
                                registeringStation: {
                                    code: string;
                                    name: string;
                                };
                                /** @enum {unknown} */
                                sex: "F" | "M";
                                sexTitle: string;
                                /** @enum {unknown} */
                                status: "registered" | "cancelled" | "moved";
                                statusTitle: string;
                            };
                            /** @enum {unknown} */
                            outcome: "pending" | "found" | "not_found" | "unavailable" | "malformed";
                            /**
                             * @description withheld from whoever does not handle the case: reason, entry and differences
                             * @enum {unknown}
                             */
                            personalData: "full" | "withheld";
                            /** @enum {unknown} */
                            purpose: "annex_2" | "verification" | "reissue";
                            purposeTitle: string;
                            /** @description The officer’s own words; left out where they are withheld */
                            reason?: string;
                            /**
                             * @description Stands on the record of an Annex 2
                             * @example Q20261125000000001E
                             */
                            reference: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    queryRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 查询目的
                     * @enum {unknown}
                     */
                    purpose: "annex_2" | "verification" | "reissue";
                    /** @description 查询理由；只有办理本案的人能看到 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answeredAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: {
                            officerId: string;
                            role: string;
                            roleTitle: string;
                            unitCode: string;
                        };
                        caseNo: string;
                        /** @description What came of it and what to do next */
                        detail: string;
                        /** @description Empty when application and register agree */
                        differences?: {
                            applicationValue: string;
                            /**
                             * @description conflict: both cannot be right; attention: the register explains it, or it may be a slip
                             * @enum {unknown}
                             */
                            gravity: "conflict" | "attention";
                            gravityTitle: string;
                            /** @enum {unknown} */
                            item: "name" | "former_names" | "id_number" | "sex" | "birth_date" | "home_station" | "status";
                            registerValue: string;
                            title: string;
                        }[];
                        durationMs: number | null;
                        entry?: {
                            /** Format: date */
                            birthDate: string;
                            birthplace: string;
                            ethnicity: string;
                            formerIdNumbers: string[];
                            formerNames: string[];
                            idNumber: string;
                            name: string;
                            registeredAddress: string;
                            registeringStation: {
                                code: string;
                                name: string;
                            };
                            /** @enum {unknown} */
                            sex: "F" | "M";
                            sexTitle: string;
                            /** @enum {unknown} */
                            status: "registered" | "cancelled" | "moved";
                            statusTitle: string;
                        };
                        /** @enum {unknown} */
                        outcome: "pending" | "found" | "not_found" | "unavailable" | "malformed";
                        /**
                         * @description withheld from whoever does not handle the case: reason, entry and differences
                         * @enum {unknown}
                         */
                        personalData: "full" | "withheld";
                        /** @enum {unknown} */
                        purpose: "annex_2" | "verification" | "reissue";
                        purposeTitle: string;
                        /** @description The officer’s own words; left out where they are withheld */
                        reason?: string;
                        /**
                         * @description Stands on the record of an Annex 2
                         * @example Q20261125000000001E
                         */
                        reference: string;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answeredAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: {
                            officerId: string;
                            role: string;
                            roleTitle: string;
                            unitCode: string;
                        };
                        caseNo: string;
                        /** @description What came of it and what to do next */
                        detail: string;
                        /** @description Empty when application and register agree */
                        differences?: {
                            applicationValue: string;
                            /**
                             * @description conflict: both cannot be right; attention: the register explains it, or it may be a slip
                             * @enum {unknown}
                             */
                            gravity: "conflict" | "attention";
                            gravityTitle: string;
                            /** @enum {unknown} */
                            item: "name" | "former_names" | "id_number" | "sex" | "birth_date" | "home_station" | "status";
                            registerValue: string;
                            title: string;
                        }[];
                        durationMs: number | null;
                        entry?: {
                            /** Format: date */
                            birthDate: string;
                            birthplace: string;
                            ethnicity: string;
                            formerIdNumbers: string[];
                            formerNames: string[];
                            idNumber: string;
                            name: string;
                            registeredAddress: string;
                            registeringStation: {
                                code: string;
                                name: string;
                            };
                            /** @enum {unknown} */
                            sex: "F" | "M";
                            sexTitle: string;
                            /** @enum {unknown} */
                            status: "registered" | "cancelled" | "moved";
                            statusTitle: string;
                        };
                        /** @enum {unknown} */
                        outcome: "pending" | "found" | "not_found" | "unavailable" | "malformed";
                        /**
                         * @description withheld from whoever does not handle the case: reason, entry and differences
                         * @enum {unknown}
                         */
                        personalData: "full" | "withheld";
                        /** @enum {unknown} */
                        purpose: "annex_2" | "verification" | "reissue";
                        purposeTitle: string;
                        /** @description The officer’s own words; left out where they are withheld */
                        reason?: string;
                        /**
                         * @description Stands on the record of an Annex 2
                         * @example Q20261125000000001E
                         */
                        reference: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "annex_2_not_possible" | "answer_not_fresh" | "issue_in_progress" | "no_valid_certificate";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getRegisterQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
                /** @description 查询编号，19位 */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answeredAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: {
                            officerId: string;
                            role: string;
                            roleTitle: string;
                            unitCode: string;
                        };
                        caseNo: string;
                        /** @description What came of it and what to do next */
                        detail: string;
                        /** @description Empty when application and register agree */
                        differences?: {
                            applicationValue: string;
                            /**
                             * @description conflict: both cannot be right; attention: the register explains it, or it may be a slip
                             * @enum {unknown}
                             */
                            gravity: "conflict" | "attention";
                            gravityTitle: string;
                            /** @enum {unknown} */
                            item: "name" | "former_names" | "id_number" | "sex" | "birth_date" | "home_station" | "status";
                            registerValue: string;
                            title: string;
                        }[];
                        durationMs: number | null;
                        entry?: {
                            /** Format: date */
                            birthDate: string;
                            birthplace: string;
                            ethnicity: string;
                            formerIdNumbers: string[];
                            formerNames: string[];
                            idNumber: string;
                            name: string;
                            registeredAddress: string;
                            registeringStation: {
                                code: string;
                                name: string;
                            };
                            /** @enum {unknown} */
                            sex: "F" | "M";
                            sexTitle: string;
                            /** @enum {unknown} */
                            status: "registered" | "cancelled" | "moved";
                            statusTitle: string;
                        };
                        /** @enum {unknown} */
                        outcome: "pending" | "found" | "not_found" | "unavailable" | "malformed";
                        /**
                         * @description withheld from whoever does not handle the case: reason, entry and differences
                         * @enum {unknown}
                         */
                        personalData: "full" | "withheld";
                        /** @enum {unknown} */
                        purpose: "annex_2" | "verification" | "reissue";
                        purposeTitle: string;
                        /** @description The officer’s own words; left out where they are withheld */
                        reason?: string;
                        /**
                         * @description Stands on the record of an Annex 2
                         * @example Q20261125000000001E
                         */
                        reference: string;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answeredAt: string | null;
                        /** Format: date-time */
                        askedAt: string;
                        askedBy: {
                            officerId: string;
                            role: string;
                            roleTitle: string;
                            unitCode: string;
                        };
                        caseNo: string;
                        /** @description What came of it and what to do next */
                        detail: string;
                        /** @description Empty when application and register agree */
                        differences?: {
                            applicationValue: string;
                            /**
                             * @description conflict: both cannot be right; attention: the register explains it, or it may be a slip
                             * @enum {unknown}
                             */
                            gravity: "conflict" | "attention";
                            gravityTitle: string;
                            /** @enum {unknown} */
                            item: "name" | "former_names" | "id_number" | "sex" | "birth_date" | "home_station" | "status";
                            registerValue: string;
                            title: string;
                        }[];
                        durationMs: number | null;
                        entry?: {
                            /** Format: date */
                            birthDate: string;
                            birthplace: string;
                            ethnicity: string;
                            formerIdNumbers: string[];
                            formerNames: string[];
                            idNumber: string;
                            name: string;
                            registeredAddress: string;
                            registeringStation: {
                                code: string;
                                name: string;
                            };
                            /** @enum {unknown} */
                            sex: "F" | "M";
                            sexTitle: string;
                            /** @enum {unknown} */
                            status: "registered" | "cancelled" | "moved";
                            statusTitle: string;
                        };
                        /** @enum {unknown} */
                        outcome: "pending" | "found" | "not_found" | "unavailable" | "malformed";
                        /**
                         * @description withheld from whoever does not handle the case: reason, entry and differences
                         * @enum {unknown}
                         */
                        personalData: "full" | "withheld";
                        /** @enum {unknown} */
                        purpose: "annex_2" | "verification" | "reissue";
                        purposeTitle: string;
                        /** @description The officer’s own words; left out where they are withheld */
                        reason?: string;
                        /**
                         * @description Stands on the record of an Annex 2
                         * @example Q20261125000000001E
                         */
                        reference: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "not_found";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    reissueCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 查询时间；填本系统查询编号的，以查询记录为准，可不填
                     */
                    queriedAt?: string;
                    /**
                     * @description 遗失或损毁
                     * @enum {unknown}
                     */
                    reason: "lost" | "damaged";
                    /** @description 人口信息系统查询编号，或查询方式、时间和操作人 */
                    registerReference: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "answer_not_fresh" | "case_paused" | "issue_in_progress" | "no_valid_certificate";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replyCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 预计办结日期
                     */
                    expectedOn?: string;
                    /** @description 所回告的督办，见督办列表 */
                    rungKey: string;
                    /** @description 回告内容 */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "no_reply_demanded";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    report_defectCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 缺页，或不清
                     * @enum {unknown}
                     */
                    defect: "pages_missing" | "unreadable";
                    /** @description 缺哪几页，或哪里不清 */
                    description: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "dossier_not_delivered" | "station_not_assigned";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    reprintCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "no_valid_certificate";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    request_completionCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: string[];
                    /** @description 再次告知补正的理由，由所领导填写；再次告知时必填 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "completion_already_requested" | "completion_reason_needed";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    request_further_verificationCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 请协助查证的内容：何人、何事项 */
                    question: string;
                    /** @description 请其协助查证的派出所 */
                    station: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "further_verification_not_possible" | "further_verification_open";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    rerouteCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 公安机关代码 */
                    homeStation: string;
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress" | "reroute_needs_supervisor" | "transmission_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    return_dossierCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 非本所户籍，或其他原因退回
                     * @enum {unknown}
                     */
                    kind: "not_our_register" | "refused";
                    /** @description 理由 */
                    reason: string;
                    /** @description 公安机关代码 */
                    suggestedStation?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "dossier_not_delivered";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    send_filingCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "filing_not_due" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            by: {
                                officerId: string;
                                role: string;
                                roleTitle: string;
                                unitCode: string;
                            } | null;
                            gaps: {
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                postTitle: string;
                                /** @enum {unknown} */
                                reason: "on_leave" | "unconfirmed" | "not_valid" | "nobody_named" | "office_closed" | "unreachable";
                                reasonTitle: string;
                                unitCode: string;
                                unitName: string;
                            }[] | null;
                            sentence: string;
                            seq: number;
                            told: {
                                deliveries: {
                                    at: string | null;
                                    /** @enum {unknown} */
                                    channel: "inbox" | "email" | "sms" | "robot" | "webhook";
                                    channelTitle: string;
                                    /** @enum {unknown} */
                                    status: "planned" | "sending" | "delivered" | "given_up" | "suppressed";
                                    /** @description With the reason where nothing was sent */
                                    statusTitle: string;
                                }[];
                                name: string | null;
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                postTitle: string;
                                telephoneToCall: string | null;
                                unitCode: string;
                                unitName: string;
                            }[] | null;
                            type: string;
                            words: ({
                                /** @enum {unknown} */
                                act: "refuse" | "withdraw" | "refer" | "request_completion" | "complete_materials" | "transmit" | "reroute" | "assign" | "receive" | "correct_receipt" | "report_defect" | "return_dossier" | "answer" | "confirm_answer" | "request_further_verification" | "cancel_further_verification" | "answer_further_verification" | "issue" | "issue_annex_2" | "send_filing" | "acknowledge_filing" | "notify" | "collect" | "void_certificate" | "reissue" | "reprint" | "log_call" | "reply" | "complain" | "answer_complaint" | "migrate_policy";
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        }[];
                    };
                };
            };
            /** @description Not changed */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listTransmissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {unknown} */
                            addressee: "liaison_officer" | "deputy_liaison_officer" | "duty_telephone";
                            /** @enum {unknown} */
                            channel: "platform" | "fax" | "manual";
                            channelTitle: string;
                            deliveredAt: string | null;
                            /** @description Where it can be had as one file */
                            dossier: string;
                            dossierSha256: string | null;
                            faxAttempts: {
                                /** @description From 1; each takes the next number of the station */
                                attempt: number;
                                /** Format: date-time */
                                begunAt: string;
                                end: {
                                    /** Format: date-time */
                                    endedAt: string;
                                    jobId: number | null;
                                    /** @enum {unknown} */
                                    outcome: "sent" | "busy" | "no_answer" | "no_carrier" | "no_dial_tone" | "expired" | "aborted" | "unconvertible" | "server_fault" | "line_fault" | "not_queued";
                                    outcomeTitle: string;
                                    pagesSent: number;
                                } | null;
                                faxNumber: string;
                            }[];
                            faxNumber: string | null;
                            handedOverAt: string | null;
                            homeStation: string;
                            n: number;
                            pages: number | null;
                            /** @description Empty until it has been handed over */
                            papers: {
                                mediaType: string;
                                pages: number | null;
                                sha256: string;
                                sizeBytes: number;
                            }[];
                            receipt: {
                                by: {
                                    officerId: string;
                                    role: string;
                                    roleTitle: string;
                                    unitCode: string;
                                };
                                pagesReceived: number | null;
                                /** Format: date-time */
                                receivedAt: string;
                                /** Format: date-time */
                                recordedAt: string;
                            } | null;
                            receiptStanding: ("awaited" | "received" | "lapsed") | null;
                            receiptStandingTitle: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    transmitCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 收件人
                     * @default liaison_officer
                     * @enum {unknown}
                     */
                    addressee?: "liaison_officer" | "deputy_liaison_officer" | "duty_telephone";
                    /**
                     * @description 流转方式
                     * @default platform
                     * @enum {unknown}
                     */
                    channel?: "platform" | "fax" | "manual";
                    /** @description 人工送达时必填 */
                    manual?: {
                        /**
                         * Format: date-time
                         * @description 传真机报告确认送达的时间；没有则待签收确认
                         */
                        confirmedAt?: string;
                        /** @description 对方的传真号码，传真时必填 */
                        faxNumber?: string;
                        /** Format: date-time */
                        handedOverAt: string;
                        /** @description 交给何人，送交时必填 */
                        handedTo?: string;
                        /** @description 页数 */
                        pages: number;
                        /**
                         * @description 送达方式
                         * @enum {unknown}
                         */
                        way: "fax" | "carried" | "post";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress" | "nothing_to_supplement" | "transmission_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    unmaskCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fields: ("name" | "idNumber" | "telephone" | "residenceAddress")[];
                    /** @description 查看完整信息的理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applicant: {
                            idNumber?: string;
                            name?: string;
                            residenceAddress?: string;
                            telephone?: string;
                        };
                        caseNo: string;
                        /** Format: date-time */
                        unmaskedAt: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    void_certificateCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress" | "no_valid_certificate";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    withdrawCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
                /** @description ETag of the case as it was read, or its version in quotes: act on no other */
                "if-match"?: string;
            };
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 申请人的说明 */
                    statement?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description The status of the case does not allow it; says what is allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "act_not_allowed" | "case_paused" | "issue_in_progress";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    submitApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        application: components["schemas"]["Application"];
                        /** @description The item’s own Idempotency-Key, as if it came alone */
                        key: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            advice?: {
                                code: string;
                                message: string;
                                pointer: string;
                                /** @description Numbers of other open cases */
                                related?: string[];
                            }[];
                            /** @description Of an item that is in */
                            caseNo?: string;
                            key: string | null;
                            problem?: components["schemas"]["Problem"] & {
                                /** @enum {unknown} */
                                code: "validation_failed" | "application_not_eligible" | "idempotency_key_reused" | "too_many_requests" | "internal_error" | "service_unavailable" | "item_not_tried";
                            };
                            /** @description Whether it was in before */
                            replayed?: boolean;
                            /** @description What the item would have been answered with alone: 201, 202, 422 … */
                            status: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    followCases: {
        parameters: {
            query?: {
                /** @description An id of the stream; 0 for all. Last-Event-ID goes before it. */
                after?: string;
            };
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, event by event */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data: string;
                        /** @enum {string} */
                        event: "case";
                        /** @description For Last-Event-ID */
                        id: string;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            /** @description Too many requests, attempts or open streams; Retry-After says when the next request or attempt is let through */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "too_many_requests" | "too_many_streams";
                    };
                };
            };
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    searchCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 申请人的18位公民身份号码，全部数位 */
                    idNumber: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseListItem"][];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    checkCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 证明编号
                     * @example 4401069900002026120200001W
                     */
                    certificateNo: string;
                    /**
                     * @description 证明编号旁的校验码
                     * @example K7QM-3XPD
                     */
                    checkCode: string;
                } | {
                    /**
                     * @description 二维码网址 /verify/ 之后的部分
                     * @example Zm9vYmFyYmF6cXV4MTIzNA
                     */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        checkedAt: string;
                        /** Format: date */
                        issuedOn: string;
                        issuingUnit: string;
                        maskedName: string | null;
                        /** @enum {unknown} */
                        outcome: "valid" | "voided" | "superseded";
                        outcomeTitle: string;
                        /** @description What it means for whoever was shown the paper */
                        sentence: string;
                        title: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            404: components["responses"]["certificate_not_confirmed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_attempts"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    exportDirectory: {
        parameters: {
            query: {
                table: "persons" | "contacts" | "units";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listDirectoryGaps: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                kind?: "reminder_due" | "blocked" | "gap" | "contacts_reminder_due" | "contacts_blocked";
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Of contacts: where faxes go in the meantime */
                            faxInstead: string[];
                            /** @description Who is told in the meantime */
                            instead: {
                                name: string | null;
                                personId: string | null;
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                postTitle: string;
                                telephone: string | null;
                                unitCode: string;
                                unitName: string;
                            }[];
                            /** @enum {unknown} */
                            kind: "reminder_due" | "blocked" | "gap" | "contacts_reminder_due" | "contacts_blocked";
                            lastConfirmedOn: string | null;
                            name: string | null;
                            personId: string | null;
                            post: ("liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator") | null;
                            postTitle: string | null;
                            reason: ("on_leave" | "unconfirmed" | "not_valid" | "nobody_named" | "office_closed" | "unreachable") | null;
                            reasonTitle: string | null;
                            unitCode: string;
                            unitName: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    importDirectory: {
        parameters: {
            query: {
                /** @description Says what would change */
                dryRun: boolean;
                table: "persons" | "contacts" | "units";
            };
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created: number;
                        dryRun: boolean;
                        unchanged: number;
                        updated: number;
                        /** @description What looks wrong and holds nothing up */
                        warnings: {
                            /** @description The clause or law that the rule rests on */
                            basis?: string;
                            /** @description Stable code of the fault */
                            code: string;
                            /** @description A Chinese sentence that says what is wrong and what is right */
                            message: string;
                            /** @description RFC 6901 pointer into the body; /query/… into the query string */
                            pointer: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listDirectoryPersons: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
                post?: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                /** @description 12位单位代码 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DirectoryPerson"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    addDirectoryPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    absences?: {
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        from: string;
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        to: string;
                    }[];
                    /** Format: email */
                    email?: string | null;
                    /** @example 0851-00000008 */
                    faxNumber?: string | null;
                    /** @description 姓名 */
                    name: string;
                    /**
                     * @description 警号：身份提供方与办理记录中的人员标识
                     * @example officer-1
                     */
                    officerId?: string | null;
                    /** @enum {unknown} */
                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                    /** @example 0851-00000008 */
                    telephone: string;
                    /** @description 12位单位代码 */
                    unitCode: string;
                    /**
                     * Format: date
                     * @example 2026-11-25
                     */
                    validFrom?: string;
                    /**
                     * Format: date
                     * @example 2026-11-25
                     */
                    validUntil?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPerson"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getDirectoryPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPerson"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    changeDirectoryPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was read; required */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    absences?: {
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        from: string;
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        to: string;
                    }[];
                    /** Format: email */
                    email?: string | null;
                    /** @example 0851-00000008 */
                    faxNumber?: string | null;
                    /** @description 姓名 */
                    name: string;
                    /**
                     * @description 警号：身份提供方与办理记录中的人员标识
                     * @example officer-1
                     */
                    officerId?: string | null;
                    /** @example 0851-00000008 */
                    telephone: string;
                    /**
                     * Format: date
                     * @example 2026-11-25
                     */
                    validFrom?: string;
                    /**
                     * Format: date
                     * @example 2026-11-25
                     */
                    validUntil?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPerson"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            428: components["responses"]["precondition_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    setDirectoryAbsences: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was read; required */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    absences: {
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        from: string;
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        to: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPerson"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            428: components["responses"]["precondition_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    confirmDirectoryPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was read; required */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPerson"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            428: components["responses"]["precondition_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    endDirectoryPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was read; required */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-25
                     */
                    validUntil: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPerson"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            428: components["responses"]["precondition_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getDirectoryUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 12位单位代码 */
                unitCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contacts: components["schemas"]["StationContacts"] | null;
                        /** @description Where a fax goes today, and why elsewhere than to the station’s own numbers */
                        fax: {
                            numbers: string[];
                            /** @enum {unknown} */
                            source: "station" | "people_instead" | "unconfirmed" | "not_entered";
                            sourceTitle: string;
                        };
                        /** @description The station that does its work today: another one after a merger */
                        inForce: {
                            unitCode: string;
                            unitName: string;
                        };
                        /** @description Who is told today in the liaison officer’s place, and which posts are empty */
                        liaison: {
                            gaps: {
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                postTitle: string;
                                /** @enum {unknown} */
                                reason: "on_leave" | "unconfirmed" | "not_valid" | "nobody_named" | "office_closed" | "unreachable";
                                reasonTitle: string;
                                unitCode: string;
                                unitName: string;
                            }[];
                            told: {
                                name: string | null;
                                personId: string | null;
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                postTitle: string;
                                telephone: string | null;
                                unitCode: string;
                                unitName: string;
                            }[];
                        };
                        persons: components["schemas"]["DirectoryPerson"][];
                        unit: components["schemas"]["DirectoryUnit"];
                        unitCode: string;
                        unitName: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    changeDirectoryUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was read; required */
                "if-match"?: string;
            };
            path: {
                /** @description 12位单位代码 */
                unitCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 地址 */
                    address?: string | null;
                    /** @enum {unknown} */
                    level: "province" | "city" | "county" | "station";
                    /** @description 单位全称 */
                    name: string;
                    /** @description 12位单位代码 */
                    parentCode?: string | null;
                    /** @description 行政区划代码，决定适用的工作日历 */
                    region: string;
                    /** @example 0851-00000008 */
                    telephone?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: components["schemas"]["DirectoryUnit"];
                        /** @description What looks wrong and holds nothing up */
                        warnings: string[];
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: components["schemas"]["DirectoryUnit"];
                        /** @description What looks wrong and holds nothing up */
                        warnings: string[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            428: components["responses"]["precondition_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getStationContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 12位单位代码 */
                unitCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationContacts"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    changeStationContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was read; required */
                "if-match"?: string;
            };
            path: {
                /** @description 12位单位代码 */
                unitCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Office shut, both days included; who does its work meanwhile */
                    closure?: {
                        /** @description 12位单位代码 */
                        alternative?: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        from: string;
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        to: string;
                    } | null;
                    /** @example 0851-00000008 */
                    dutyTelephone?: string | null;
                    faxNumbers?: string[];
                    groupRobotUrl?: string | null;
                    successor?: {
                        /**
                         * Format: date
                         * @example 2026-11-25
                         */
                        since: string;
                        /** @description 12位单位代码 */
                        unitCode: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationContacts"];
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            428: components["responses"]["precondition_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listDrafts: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            applicantName: string | null;
                            /** Format: date-time */
                            changedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            /**
                             * Format: date
                             * @description The last day on which it can be used
                             */
                            expiresOn: string;
                            id: string;
                            /** @description Who began it */
                            officerId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    keepDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description An Application, however incomplete */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description An Application, however incomplete
                         * @example {
                         *       "applicant": {
                         *         "name": "李样例"
                         *       },
                         *       "matters": [
                         *         {
                         *           "code": "NAME_CHANGE"
                         *         }
                         *       ]
                         *     }
                         */
                        application: {
                            [key: string]: unknown;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        /**
                         * Format: date
                         * @description The last day on which it can be used
                         */
                        expiresOn: string;
                        id: string;
                        /** @description Who began it */
                        officerId: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description An Application, however incomplete
                         * @example {
                         *       "applicant": {
                         *         "name": "李样例"
                         *       },
                         *       "matters": [
                         *         {
                         *           "code": "NAME_CHANGE"
                         *         }
                         *       ]
                         *     }
                         */
                        application: {
                            [key: string]: unknown;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        /**
                         * Format: date
                         * @description The last day on which it can be used
                         */
                        expiresOn: string;
                        id: string;
                        /** @description Who began it */
                        officerId: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replaceDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what was read; required */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description An Application, however incomplete */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description An Application, however incomplete
                         * @example {
                         *       "applicant": {
                         *         "name": "李样例"
                         *       },
                         *       "matters": [
                         *         {
                         *           "code": "NAME_CHANGE"
                         *         }
                         *       ]
                         *     }
                         */
                        application: {
                            [key: string]: unknown;
                        };
                        /** Format: date-time */
                        changedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        /**
                         * Format: date
                         * @description The last day on which it can be used
                         */
                        expiresOn: string;
                        id: string;
                        /** @description Who began it */
                        officerId: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            428: components["responses"]["precondition_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listEscalations: {
        parameters: {
            query: {
                colour?: ("blue" | "yellow" | "red")[];
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
                /** @description true：只列须回告的 */
                replyDemanded?: boolean;
                /** @description 办理状态 */
                standing?: "open" | "reply_overdue" | "acknowledged" | "informed" | "obviated";
                /** @description me：只列告知本单位本岗位的 */
                to?: "me";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acceptingStation: {
                                code: string;
                                name: string;
                            };
                            caseNo: string;
                            /** @enum {unknown} */
                            caseStatus: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
                            caseStatusTitle: string;
                            /** @enum {unknown} */
                            clock: "transmission" | "receipt" | "verification" | "further_verification" | "assignment" | "issue" | "filing_dispatch" | "filing_acknowledgement" | "collection" | "reply";
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            colourTitle: string;
                            dueAt: string | null;
                            /** Format: date-time */
                            firedAt: string;
                            /** @description Posts in which nobody could be told when it fired */
                            gaps: {
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                postTitle: string;
                                /** @enum {unknown} */
                                reason: "on_leave" | "unconfirmed" | "not_valid" | "nobody_named" | "office_closed" | "unreachable";
                                reasonTitle: string;
                                unitCode: string;
                                unitName: string;
                            }[];
                            homeStation: {
                                code: string;
                                name: string;
                            };
                            reply: {
                                /** Format: date-time */
                                at: string;
                                by: {
                                    officerId: string;
                                    role: string;
                                    roleTitle: string;
                                    unitCode: string;
                                };
                                expectedOn: string | null;
                                text: string | null;
                            } | null;
                            replyDemanded: boolean;
                            replyDueAt: string | null;
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            /** @description Names the escalation within its case; a reply says which it answers */
                            rungKey: string;
                            settledAt: string | null;
                            /** @enum {unknown} */
                            standing: "open" | "reply_overdue" | "acknowledged" | "informed" | "obviated";
                            standingTitle: string;
                            title: string;
                            told: {
                                deliveries: {
                                    at: string | null;
                                    /** @enum {unknown} */
                                    channel: "inbox" | "email" | "sms" | "robot" | "webhook";
                                    channelTitle: string;
                                    /** @enum {unknown} */
                                    status: "planned" | "sending" | "delivered" | "given_up" | "suppressed";
                                    /** @description With the reason where nothing was sent */
                                    statusTitle: string;
                                }[];
                                name: string | null;
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                postTitle: string;
                                telephoneToCall: string | null;
                                unitCode: string;
                                unitName: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    countEscalations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is open however old, and what was settled in the last 30 days */
                        items: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            colourTitle: string;
                            count: number;
                            /** @enum {unknown} */
                            standing: "open" | "reply_overdue" | "acknowledged" | "informed" | "obviated";
                            standingTitle: string;
                        }[];
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            500: components["responses"]["internal_error"];
        };
    };
    listIntakeRecords: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                kind?: "declined" | "other_lane";
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {unknown} */
                            kind: "declined" | "other_lane";
                            kindTitle: string;
                            lane: ("yangtze_delta_online" | "within_province") | null;
                            laneTitle: string | null;
                            officerId: string;
                            /** Format: date-time */
                            recordedAt: string;
                            reference: string | null;
                            unitCode: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    recordIntake: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "declined";
                } | {
                    /** @enum {string} */
                    kind: "other_lane";
                    /** @enum {unknown} */
                    lane: "yangtze_delta_online" | "within_province";
                    /** @description 该渠道的业务编号 */
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {unknown} */
                        kind: "declined" | "other_lane";
                        kindTitle: string;
                        lane: ("yangtze_delta_online" | "within_province") | null;
                        laneTitle: string | null;
                        officerId: string;
                        /** Format: date-time */
                        recordedAt: string;
                        reference: string | null;
                        unitCode: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listMatters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            annex2Possible: boolean;
                            certificateFields: string[];
                            /** @enum {unknown} */
                            code: "REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM";
                            detailsRequired: boolean;
                            title: string;
                            twoPersons: boolean;
                        }[];
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listNotices: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            caseNo: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            deliveries: {
                                attempts: number;
                                /** @enum {unknown} */
                                channel: "inbox" | "email" | "sms" | "robot" | "webhook";
                                channelTitle: string;
                                /** @description inbox, or person/…, applicant/…, group/…, duty/… (of a station) or endpoint/… with the id of it */
                                destination: string;
                                givenUpAt: string | null;
                                handedOverAt: string | null;
                                lastFailure: {
                                    code: string;
                                    /** @enum {unknown} */
                                    kind: "temporary" | "permanent";
                                    message: string;
                                } | null;
                                slotAt: string | null;
                                /** @enum {unknown} */
                                status: "planned" | "sending" | "delivered" | "given_up" | "suppressed";
                                statusTitle: string;
                                suppression: {
                                    message: string;
                                    originalNoticeId: number | null;
                                    /** @enum {unknown} */
                                    reason: "duplicate" | "channel_off";
                                } | null;
                            }[];
                            id: number;
                            /** @enum {unknown} */
                            kind: "case" | "acceptance" | "due_date" | "certificate_ready" | "referral" | "collection_reminder" | "incident" | "escalation" | "directory" | "calendar" | "digest" | "delivery_failure";
                            kindTitle: string;
                            role: string;
                            text: string;
                            /** @enum {unknown} */
                            urgency: "normal" | "urgent";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listBatches: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: {
                                /** @enum {unknown} */
                                kind: "replay" | "remedy";
                            } & {
                                [key: string]: unknown;
                            };
                            /** @enum {unknown} */
                            approval: "none" | "second_person";
                            decidedAt: string | null;
                            decidedBy: string | null;
                            endedAt: string | null;
                            filter: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            id: string;
                            lastTakenAbout: string | null;
                            ratePerMinute: number;
                            reason: string | null;
                            /** Format: date-time */
                            requestedAt: string;
                            requestedBy: string;
                            requestedUnit: string;
                            /** @description Of those that have ended */
                            results: {
                                count: number;
                                /** @enum {unknown} */
                                standing: "waiting" | "under_way" | "followed" | "diverged" | "not_replayed" | "moved" | "not_moved" | "not_applicable" | "stopped";
                                title: string;
                            }[];
                            /** @enum {unknown} */
                            standing: "awaiting_approval" | "requested" | "running" | "stopping" | "finished" | "stopped" | "declined";
                            standingTitle: string;
                            startedAt: string | null;
                            stoppedAt: string | null;
                            stoppedBy: string | null;
                            title: string;
                            total: number;
                            /** @description Given their remedy, and looked after */
                            underWay: number;
                            waiting: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    requestBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    action: {
                        /** @description The name of a bundle in the workers’ TONGBAN_REPLAY_BUNDLES; left out: their own code */
                        bundle?: string;
                        /** @enum {string} */
                        kind: "replay";
                    } | {
                        choice: {
                            /** @enum {unknown} */
                            remedy: "retry_effect" | "retry_activity" | "redeliver" | "take_up" | "reproject" | "pause" | "resume";
                        } | {
                            /** @enum {string} */
                            remedy: "reset";
                            /** @enum {unknown} */
                            to: "first_task" | "before_failing_step" | "last_good_task";
                        } | {
                            /** @enum {unknown} */
                            cause: "duplicate" | "accepted_in_error" | "cannot_go_on" | "other";
                            /** @enum {string} */
                            remedy: "terminate";
                        };
                        /** @enum {string} */
                        kind: "remedy";
                    };
                    /** @description All conditions hold; none at all is every open case, for a replay alone */
                    filter: {
                        /** @description 受理地派出所，或其上级单位 */
                        acceptingStation?: string;
                        caseNos?: string[];
                        /** @description 户籍地派出所，或其上级单位 */
                        homeStation?: string;
                        /** @description With an open incident of one of these classes */
                        incidentClass?: ("effect_retrying" | "effect_given_up" | "workflow_task_failing" | "activity_retrying" | "queue_without_pollers" | "timer_overdue" | "state_disagreement" | "workflow_missing" | "delivery_given_up" | "rung_without_recipients")[];
                        /** @description With an open incident of this reason */
                        reason?: string;
                        /** @description Left out: whatever is open, or is named by its number */
                        status?: ("accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed")[];
                    };
                    ratePerMinute: number;
                    /** @description 批量操作的理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        action: {
                            /** @enum {unknown} */
                            kind: "replay" | "remedy";
                        } & {
                            [key: string]: unknown;
                        };
                        /** @enum {unknown} */
                        approval: "none" | "second_person";
                        decidedAt: string | null;
                        decidedBy: string | null;
                        endedAt: string | null;
                        filter: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        id: string;
                        lastTakenAbout: string | null;
                        ratePerMinute: number;
                        reason: string | null;
                        /** Format: date-time */
                        requestedAt: string;
                        requestedBy: string;
                        requestedUnit: string;
                        /** @description Of those that have ended */
                        results: {
                            count: number;
                            /** @enum {unknown} */
                            standing: "waiting" | "under_way" | "followed" | "diverged" | "not_replayed" | "moved" | "not_moved" | "not_applicable" | "stopped";
                            title: string;
                        }[];
                        /** @enum {unknown} */
                        standing: "awaiting_approval" | "requested" | "running" | "stopping" | "finished" | "stopped" | "declined";
                        standingTitle: string;
                        startedAt: string | null;
                        stoppedAt: string | null;
                        stoppedBy: string | null;
                        title: string;
                        total: number;
                        /** @description Given their remedy, and looked after */
                        underWay: number;
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "batch_filter_needed" | "batch_meets_nothing" | "batch_too_large" | "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        action: {
                            /** @enum {unknown} */
                            kind: "replay" | "remedy";
                        } & {
                            [key: string]: unknown;
                        };
                        /** @enum {unknown} */
                        approval: "none" | "second_person";
                        decidedAt: string | null;
                        decidedBy: string | null;
                        endedAt: string | null;
                        filter: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        id: string;
                        lastTakenAbout: string | null;
                        ratePerMinute: number;
                        reason: string | null;
                        /** Format: date-time */
                        requestedAt: string;
                        requestedBy: string;
                        requestedUnit: string;
                        /** @description Of those that have ended */
                        results: {
                            count: number;
                            /** @enum {unknown} */
                            standing: "waiting" | "under_way" | "followed" | "diverged" | "not_replayed" | "moved" | "not_moved" | "not_applicable" | "stopped";
                            title: string;
                        }[];
                        /** @enum {unknown} */
                        standing: "awaiting_approval" | "requested" | "running" | "stopping" | "finished" | "stopped" | "declined";
                        standingTitle: string;
                        startedAt: string | null;
                        stoppedAt: string | null;
                        stoppedBy: string | null;
                        title: string;
                        total: number;
                        /** @description Given their remedy, and looked after */
                        underWay: number;
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    decideBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    decision: "agreed" | "declined";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        action: {
                            /** @enum {unknown} */
                            kind: "replay" | "remedy";
                        } & {
                            [key: string]: unknown;
                        };
                        /** @enum {unknown} */
                        approval: "none" | "second_person";
                        decidedAt: string | null;
                        decidedBy: string | null;
                        endedAt: string | null;
                        filter: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        id: string;
                        lastTakenAbout: string | null;
                        ratePerMinute: number;
                        reason: string | null;
                        /** Format: date-time */
                        requestedAt: string;
                        requestedBy: string;
                        requestedUnit: string;
                        /** @description Of those that have ended */
                        results: {
                            count: number;
                            /** @enum {unknown} */
                            standing: "waiting" | "under_way" | "followed" | "diverged" | "not_replayed" | "moved" | "not_moved" | "not_applicable" | "stopped";
                            title: string;
                        }[];
                        /** @enum {unknown} */
                        standing: "awaiting_approval" | "requested" | "running" | "stopping" | "finished" | "stopped" | "declined";
                        standingTitle: string;
                        startedAt: string | null;
                        stoppedAt: string | null;
                        stoppedBy: string | null;
                        title: string;
                        total: number;
                        /** @description Given their remedy, and looked after */
                        underWay: number;
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "second_administrator_needed" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            409: components["responses"]["remedy_already_decided"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listBatchItems: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                format: "json" | "csv";
                limit: number;
                standing?: ("waiting" | "under_way" | "followed" | "diverged" | "not_replayed" | "moved" | "not_moved" | "not_applicable" | "stopped")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            build: string | null;
                            caseNo: string | null;
                            choice: ({
                                remedy: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            divergence: {
                                actual: string | null;
                                eventId: number | null;
                                eventType: string | null;
                                expected: string | null;
                                /** @description The SDK’s sentence */
                                message: string;
                            } | null;
                            endedAt: string | null;
                            finding: string | null;
                            position: number;
                            remedyId: string | null;
                            /** @enum {unknown} */
                            standing: "waiting" | "under_way" | "followed" | "diverged" | "not_replayed" | "moved" | "not_moved" | "not_applicable" | "stopped";
                            standingTitle: string;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    stopBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        action: {
                            /** @enum {unknown} */
                            kind: "replay" | "remedy";
                        } & {
                            [key: string]: unknown;
                        };
                        /** @enum {unknown} */
                        approval: "none" | "second_person";
                        decidedAt: string | null;
                        decidedBy: string | null;
                        endedAt: string | null;
                        filter: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        id: string;
                        lastTakenAbout: string | null;
                        ratePerMinute: number;
                        reason: string | null;
                        /** Format: date-time */
                        requestedAt: string;
                        requestedBy: string;
                        requestedUnit: string;
                        /** @description Of those that have ended */
                        results: {
                            count: number;
                            /** @enum {unknown} */
                            standing: "waiting" | "under_way" | "followed" | "diverged" | "not_replayed" | "moved" | "not_moved" | "not_applicable" | "stopped";
                            title: string;
                        }[];
                        /** @enum {unknown} */
                        standing: "awaiting_approval" | "requested" | "running" | "stopping" | "finished" | "stopped" | "declined";
                        standingTitle: string;
                        startedAt: string | null;
                        stoppedAt: string | null;
                        stoppedBy: string | null;
                        title: string;
                        total: number;
                        /** @description Given their remedy, and looked after */
                        underWay: number;
                        waiting: number;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            409: components["responses"]["batch_not_running"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    previewBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    action: {
                        /** @description The name of a bundle in the workers’ TONGBAN_REPLAY_BUNDLES; left out: their own code */
                        bundle?: string;
                        /** @enum {string} */
                        kind: "replay";
                    } | {
                        choice: {
                            /** @enum {unknown} */
                            remedy: "retry_effect" | "retry_activity" | "redeliver" | "take_up" | "reproject" | "pause" | "resume";
                        } | {
                            /** @enum {string} */
                            remedy: "reset";
                            /** @enum {unknown} */
                            to: "first_task" | "before_failing_step" | "last_good_task";
                        } | {
                            /** @enum {unknown} */
                            cause: "duplicate" | "accepted_in_error" | "cannot_go_on" | "other";
                            /** @enum {string} */
                            remedy: "terminate";
                        };
                        /** @enum {string} */
                        kind: "remedy";
                    };
                    /** @description All conditions hold; none at all is every open case, for a replay alone */
                    filter: {
                        /** @description 受理地派出所，或其上级单位 */
                        acceptingStation?: string;
                        caseNos?: string[];
                        /** @description 户籍地派出所，或其上级单位 */
                        homeStation?: string;
                        /** @description With an open incident of one of these classes */
                        incidentClass?: ("effect_retrying" | "effect_given_up" | "workflow_task_failing" | "activity_retrying" | "queue_without_pollers" | "timer_overdue" | "state_disagreement" | "workflow_missing" | "delivery_given_up" | "rung_without_recipients")[];
                        /** @description With an open incident of this reason */
                        reason?: string;
                        /** @description Left out: whatever is open, or is named by its number */
                        status?: ("accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed")[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        approval: "none" | "second_person";
                        count: number;
                        /** @description The first of them */
                        items: {
                            caseNo: string | null;
                            choice: ({
                                remedy: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "batch_filter_needed" | "batch_too_large" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    explainCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {unknown} */
                        agreement: "agrees" | "differs" | "unknown";
                        caseNo: string;
                        /** @description The last of what Temporal remembers, without what only Temporal needs */
                        history: {
                            /** Format: date-time */
                            at: string;
                            eventId: number;
                            sentence: string;
                            /** @description Temporal’s name */
                            type: string;
                        }[];
                        ledger: {
                            holderTitle: string;
                            nextAt: string | null;
                            paused: {
                                /** Format: date-time */
                                at: string;
                                /** @description Number of the administrator */
                                by: string;
                            } | null;
                            seq: number;
                            /** @enum {unknown} */
                            status: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
                            statusTitle: string;
                        };
                        temporalUrl: string | null;
                        waitsFor: string[];
                        workflow: {
                            activities?: {
                                activityId: string;
                                activityType: string;
                                attempt: number;
                                lastFailure: {
                                    message: string | null;
                                    type: string;
                                } | null;
                                maximumAttempts: number | null;
                                nextAttemptAt: string | null;
                                scheduledAt: string | null;
                            }[];
                            build?: string | null;
                            detail: string | null;
                            historyLength?: number;
                            /** @description Whether Temporal was reached and has it; otherwise `detail` says why not */
                            known: boolean;
                            runId?: string;
                            standing?: {
                                /** @description Effects of which it awaits the report */
                                awaited: string[];
                                seq: number;
                                status: ("accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed") | null;
                                /** @description Messages that it has not taken yet */
                                unread: number;
                                wakesAt: string | null;
                            } | null;
                            /** Format: date-time */
                            startedAt?: string;
                            /** @description Temporal’s word */
                            status?: string;
                            workflowId: string;
                            workflowTask?: {
                                attempt: number;
                                since: string | null;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    previewRemedies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description What of it is known not to be done twice, and how */
                            absorbed: string[];
                            /** @enum {unknown} */
                            approval: "none" | "second_person";
                            choice: {
                                /** @enum {unknown} */
                                remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                            } & {
                                [key: string]: unknown;
                            };
                            effect: string;
                            /** @description What has to be seen before it is said to have helped */
                            postCondition: string;
                            /** @enum {unknown} */
                            remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                            /** @description What would be done again */
                            runsAgain: string[];
                            title: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    replayCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请件编号，26位 */
                caseNo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The name of a bundle in the workers’ TONGBAN_REPLAY_BUNDLES; left out: their own code */
                    bundle?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description With which code */
                        build: string;
                        divergence: {
                            actual: string | null;
                            eventId: number | null;
                            eventType: string | null;
                            expected: string | null;
                            /** @description The SDK’s sentence */
                            message: string;
                        } | null;
                        /** @description How long the history was */
                        events: number;
                        /** @description Whether the build follows all of the history */
                        ok: boolean;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "case_not_found" | "history_not_found";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "replay_bundle_unusable" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            /** @description Temporarily unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "replay_unanswered" | "service_unavailable";
                    };
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query: {
                caseNo?: string;
                class?: ("effect_retrying" | "effect_given_up" | "workflow_task_failing" | "activity_retrying" | "queue_without_pollers" | "timer_overdue" | "state_disagreement" | "workflow_missing" | "delivery_given_up" | "rung_without_recipients")[];
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
                queue?: string;
                reason?: string;
                standing: "open" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All that match, by class and reason */
                        groups: {
                            /** @enum {unknown} */
                            class: "effect_retrying" | "effect_given_up" | "workflow_task_failing" | "activity_retrying" | "queue_without_pollers" | "timer_overdue" | "state_disagreement" | "workflow_missing" | "delivery_given_up" | "rung_without_recipients";
                            classTitle: string;
                            count: number;
                            firstSeenAt: string | null;
                            lastSeenAt: string | null;
                            meaning: string;
                            reason: string | null;
                        }[];
                        items: {
                            advice: string;
                            attempts: number;
                            build: string | null;
                            caseNo: string | null;
                            /** @enum {unknown} */
                            class: "effect_retrying" | "effect_given_up" | "workflow_task_failing" | "activity_retrying" | "queue_without_pollers" | "timer_overdue" | "state_disagreement" | "workflow_missing" | "delivery_given_up" | "rung_without_recipients";
                            classTitle: string;
                            endedAt: string | null;
                            /** Format: date-time */
                            firstSeenAt: string;
                            id: number;
                            /** Format: date-time */
                            lastSeenAt: string;
                            message: string;
                            part: string | null;
                            queue: string | null;
                            reason: string | null;
                            remedies: {
                                /** @enum {unknown} */
                                approval: "none" | "second_person";
                                /** @enum {unknown} */
                                remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                                title: string;
                            }[];
                            /** Format: date-time */
                            since: string;
                            workflowId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listRemedies: {
        parameters: {
            query: {
                caseNo?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            appliedAt: string | null;
                            caseNo: string | null;
                            choice: {
                                /** @enum {unknown} */
                                remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                            } & {
                                [key: string]: unknown;
                            };
                            decidedAt: string | null;
                            decidedBy: string | null;
                            endedAt: string | null;
                            finding: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @description What has to be seen before it is said to have helped */
                            postCondition: string;
                            reason: string | null;
                            /** @enum {unknown} */
                            remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                            /** Format: date-time */
                            requestedAt: string;
                            requestedBy: string;
                            /** @enum {unknown} */
                            standing: "awaiting_approval" | "requested" | "applied" | "moved" | "not_moved" | "not_applicable" | "declined";
                            standingTitle: string;
                            title: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    applyRemedy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Left out for what is of no one case */
                    caseNo?: string;
                    choice: {
                        /** @description Which effect of the case: `<effect>/<n>` */
                        effectKey: string;
                        /** @enum {string} */
                        remedy: "retry_effect";
                    } | {
                        /** Format: date-time */
                        doneAt: string;
                        /** @description Which effect of the case: `<effect>/<n>` */
                        effectKey: string;
                        /** @description Papers that were handed over */
                        pages: number;
                        /** @enum {string} */
                        remedy: "substitute_effect";
                    } | {
                        activityId: string;
                        /** @enum {string} */
                        remedy: "retry_activity";
                        workflowId: string;
                    } | {
                        activityId: string;
                        /** @description What is left out stays as it is */
                        options: {
                            initialIntervalSeconds?: number;
                            /** @description From its first try on; 0: no limit */
                            maximumAttempts?: number;
                            maximumIntervalSeconds?: number;
                            startToCloseSeconds?: number;
                        };
                        /** @enum {string} */
                        remedy: "change_activity_options";
                        workflowId: string;
                    } | {
                        /** @description 公安机关代码 */
                        homeStation: string;
                        /** @enum {string} */
                        remedy: "reroute";
                    } | {
                        /** @description 公安机关代码 */
                        homeStation: string;
                        /** @enum {string} */
                        remedy: "reassign";
                    } | {
                        /** @enum {string} */
                        remedy: "pause";
                    } | {
                        /** @enum {string} */
                        remedy: "resume";
                    } | {
                        /** @enum {string} */
                        remedy: "restart";
                    } | {
                        /** @enum {unknown} */
                        cause: "duplicate" | "accepted_in_error" | "cannot_go_on" | "other";
                        /** @enum {string} */
                        remedy: "terminate";
                    } | {
                        /** @enum {string} */
                        remedy: "reset";
                        /** @enum {unknown} */
                        to: "first_task" | "before_failing_step" | "last_good_task";
                    } | {
                        /** Format: uuid */
                        delivery: string;
                        /** @enum {string} */
                        remedy: "redeliver";
                    } | {
                        caseNo: string;
                        /** @enum {string} */
                        remedy: "start";
                    } | {
                        /** @enum {string} */
                        remedy: "take_up";
                    } | {
                        /** @enum {string} */
                        remedy: "reproject";
                    };
                    /** @description 处置的理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appliedAt: string | null;
                        caseNo: string | null;
                        choice: {
                            /** @enum {unknown} */
                            remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                        } & {
                            [key: string]: unknown;
                        };
                        decidedAt: string | null;
                        decidedBy: string | null;
                        endedAt: string | null;
                        finding: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description What has to be seen before it is said to have helped */
                        postCondition: string;
                        reason: string | null;
                        /** @enum {unknown} */
                        remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                        /** Format: date-time */
                        requestedAt: string;
                        requestedBy: string;
                        /** @enum {unknown} */
                        standing: "awaiting_approval" | "requested" | "applied" | "moved" | "not_moved" | "not_applicable" | "declined";
                        standingTitle: string;
                        title: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["case_not_found"];
            409: components["responses"]["remedy_not_possible"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getRemedy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appliedAt: string | null;
                        caseNo: string | null;
                        choice: {
                            /** @enum {unknown} */
                            remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                        } & {
                            [key: string]: unknown;
                        };
                        decidedAt: string | null;
                        decidedBy: string | null;
                        endedAt: string | null;
                        finding: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description What has to be seen before it is said to have helped */
                        postCondition: string;
                        reason: string | null;
                        /** @enum {unknown} */
                        remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                        /** Format: date-time */
                        requestedAt: string;
                        requestedBy: string;
                        /** @enum {unknown} */
                        standing: "awaiting_approval" | "requested" | "applied" | "moved" | "not_moved" | "not_applicable" | "declined";
                        standingTitle: string;
                        title: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    decideRemedy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    decision: "agreed" | "declined";
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appliedAt: string | null;
                        caseNo: string | null;
                        choice: {
                            /** @enum {unknown} */
                            remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                        } & {
                            [key: string]: unknown;
                        };
                        decidedAt: string | null;
                        decidedBy: string | null;
                        endedAt: string | null;
                        finding: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description What has to be seen before it is said to have helped */
                        postCondition: string;
                        reason: string | null;
                        /** @enum {unknown} */
                        remedy: "retry_effect" | "substitute_effect" | "retry_activity" | "change_activity_options" | "reroute" | "reassign" | "pause" | "resume" | "terminate" | "restart" | "start" | "take_up" | "reset" | "redeliver" | "reproject";
                        /** Format: date-time */
                        requestedAt: string;
                        requestedBy: string;
                        /** @enum {unknown} */
                        standing: "awaiting_approval" | "requested" | "applied" | "moved" | "not_moved" | "not_applicable" | "declined";
                        standingTitle: string;
                        title: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "second_administrator_needed" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            409: components["responses"]["remedy_already_decided"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Policy"][];
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    enactPolicy: {
        parameters: {
            query?: {
                /** @description true: only checked */
                dryRun?: boolean;
            };
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 办理规则；未填写的保持不变 */
                    cases?: {
                        /** @description 反馈后多少日内可据以补发 */
                        answerFreshDays?: number;
                        /** @description 户籍地可请其他派出所协助查证的事项，以受理地省份的规定为准；空即不设 */
                        furtherVerificationMatters?: ("REGISTRATION" | "NAME_CHANGE" | "BIRTH_DATE_CORRECTION" | "ID_NUMBER_CHANGE" | "SEX_CORRECTION" | "ETHNICITY_CHANGE" | "BIRTHPLACE" | "KINSHIP" | "MIGRATION" | "ADDRESS_CHANGE" | "CANCELLATION" | "OTHER_REGISTER_ITEM")[];
                        /** @description 民警可改送的次数，超过的由上级督办员决定 */
                        reroutesWithoutSupervisor?: number;
                    };
                    /**
                     * @description 期限最后一日的截止时间：下班时间（office_hours）或24:00（day）
                     * @enum {unknown}
                     */
                    dueAtEndOf?: "office_hours" | "day";
                    /** @description 受理条件；未填写的保持不变 */
                    eligibility?: {
                        /** @description 允许委托代办 */
                        agentsAllowed?: boolean;
                        /** @description 兵团顶级单位的行政区划代码 */
                        corpsRegion?: string;
                        /** @description 人工核验身份证件须两名民警 */
                        manualCheckNeedsSecondOfficer?: boolean;
                        /** @description 新疆与兵团视为不同省份 */
                        xinjiangCorpsIsSeparate?: boolean;
                    };
                    /** @description 专管员目录；未填写的保持不变 */
                    freshness?: {
                        /** @description 目录信息多少日未确认即停用 */
                        blockedAfterDays?: number;
                        /** @description 目录信息多少日未确认即提醒确认 */
                        reminderAfterDays?: number;
                    };
                    ladders?: {
                        assignment?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        collection?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        filing_acknowledgement?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        filing_dispatch?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        further_verification?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        issue?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        receipt?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        reply?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        transmission?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                        verification?: {
                            /** @enum {unknown} */
                            colour: "blue" | "yellow" | "red";
                            reply?: {
                                overdueTo: ({
                                    /** @enum {string} */
                                    kind: "post";
                                    /** @enum {unknown} */
                                    post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                    /** @enum {unknown} */
                                    unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                                } | {
                                    /** @enum {string} */
                                    kind: "applicant";
                                })[];
                                withinWorkingDays: number;
                            };
                            /** @enum {unknown} */
                            rung: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "transmission_overdue" | "transmission_long_overdue" | "receipt_missing" | "receipt_long_missing" | "further_verification_reminder" | "further_verification_overdue" | "assignment_overdue" | "issue_overdue" | "issue_long_overdue" | "filing_reminder" | "filing_overdue" | "filing_unacknowledged" | "collection_reminder" | "collection_second_reminder" | "collection_lapsed" | "reply_overdue";
                            to: ({
                                /** @enum {string} */
                                kind: "post";
                                /** @enum {unknown} */
                                post: "liaison_officer" | "deputy_liaison_officer" | "window_officer" | "station_leader" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator";
                                /** @enum {unknown} */
                                unit: "accepting_station" | "accepting_county" | "accepting_city" | "accepting_province" | "home_station" | "home_county" | "home_city" | "home_province" | "further_station" | "further_county" | "further_city" | "further_province";
                            } | {
                                /** @enum {string} */
                                kind: "applicant";
                            })[];
                            /** @enum {string} */
                            unless?: "received";
                            when: {
                                /** @enum {unknown} */
                                at: "start_of_working_day" | "end_of_working_day";
                                day: number;
                            } | {
                                /** @enum {string} */
                                at: "due";
                            } | {
                                /** @enum {string} */
                                at: "after_due";
                                workingDays: number;
                            } | {
                                /** @enum {string} */
                                at: "days_after_start";
                                days: number;
                            };
                        }[];
                    };
                    /** @description 通知，对新旧申请件同样适用；未填写的保持不变 */
                    notices?: {
                        /** @description 同一收件人的限额；超出的合并为一条，稍后发送 */
                        limits?: {
                            normal?: {
                                messages: number;
                                withinMs: number;
                            }[];
                            urgent?: {
                                messages: number;
                                withinMs: number;
                            }[];
                        };
                        /** @description 免打扰时段，可跨零点；起止相同即不设 */
                        quietHours?: {
                            /** @example 08:30 */
                            from: string;
                            /** @example 08:30 */
                            until: string;
                        };
                        /** @description 上班时集中产生的通知，在上班后第几分钟至第几分钟错开发送 */
                        spreadMinutes?: {
                            from: number;
                            until: number;
                        };
                        /**
                         * @description 工作人员何时接收非紧急通知：上班时间，或免打扰时段以外
                         * @enum {unknown}
                         */
                        staffHours?: "office_hours" | "outside_quiet_hours";
                    };
                    /** @enum {unknown} */
                    onEarlierDueDate?: "later_stands" | "calendar_stands";
                    /** @enum {unknown} */
                    onMaterialsCompleted?: "clock_runs" | "clock_restarts";
                    /** @description 文书；未填写的保持不变 */
                    papers?: {
                        bookletAdvice?: string | null;
                        /**
                         * @description 附件1、附件2页脚
                         * @enum {unknown}
                         */
                        certificateFoot?: "none" | "number" | "number_and_qr";
                    };
                    terms?: {
                        assignment?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        collection?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        filing_acknowledgement?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        filing_dispatch?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        further_verification?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        issue?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        receipt?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        reply?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        transmission?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                        verification?: {
                            count: number;
                            /** @enum {unknown} */
                            unit: "working_days" | "days";
                        };
                    };
                    timetables?: {
                        ordinary: {
                            /** @example 08:30 */
                            end: string;
                            seasons: {
                                /** @example 08:30 */
                                end: string;
                                /** @example 05-01 */
                                from: string;
                                /** @example 08:30 */
                                start: string;
                                /** @example 05-01 */
                                to: string;
                            }[];
                            /** @example 08:30 */
                            start: string;
                        };
                        regions: {
                            [key: string]: {
                                /** @example 08:30 */
                                end: string;
                                seasons: {
                                    /** @example 08:30 */
                                    end: string;
                                    /** @example 05-01 */
                                    from: string;
                                    /** @example 08:30 */
                                    start: string;
                                    /** @example 05-01 */
                                    to: string;
                                }[];
                                /** @example 08:30 */
                                start: string;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string | null;
                        /** @description New cases start with it */
                        inForce: boolean;
                        province: string | null;
                        /** @description The whole policy, nothing left out */
                        settings: {
                            [key: string]: unknown;
                        };
                        /** @description Names these settings for good */
                        version: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string | null;
                        /** @description New cases start with it */
                        inForce: boolean;
                        province: string | null;
                        /** @description The whole policy, nothing left out */
                        settings: {
                            [key: string]: unknown;
                        };
                        /** @description Names these settings for good */
                        version: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listRejections: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acceptingStation: string;
                            applicantName: string | null;
                            /** @description Why, in stable codes; they stay after retention */
                            codes: string[];
                            /** Format: date-time */
                            decidedAt: string;
                            /** @enum {unknown} */
                            decision: "rejected" | "completion_requested";
                            faults: {
                                basis: string | null;
                                code: string;
                                message: string;
                            }[];
                            /**
                             * @description Number of the notice
                             * @example 4401069900002026112500002N
                             */
                            no: string;
                            /** @description Where its paper is read */
                            notice: string;
                            officerId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    rejectApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    application: components["schemas"]["Application"];
                    /**
                     * @description 不予受理，或一次性告知补正
                     * @enum {unknown}
                     */
                    decision: "rejected" | "completion_requested";
                    reasons?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acceptingStation: string;
                        applicantName: string | null;
                        /** @description Why, in stable codes; they stay after retention */
                        codes: string[];
                        /** Format: date-time */
                        decidedAt: string;
                        /** @enum {unknown} */
                        decision: "rejected" | "completion_requested";
                        faults: {
                            basis: string | null;
                            code: string;
                            message: string;
                        }[];
                        /**
                         * @description Number of the notice
                         * @example 4401069900002026112500002N
                         */
                        no: string;
                        /** @description Where its paper is read */
                        notice: string;
                        officerId: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            409: components["responses"]["application_is_eligible"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getRejection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acceptingStation: string;
                        applicantName: string | null;
                        /** @description Why, in stable codes; they stay after retention */
                        codes: string[];
                        /** Format: date-time */
                        decidedAt: string;
                        /** @enum {unknown} */
                        decision: "rejected" | "completion_requested";
                        faults: {
                            basis: string | null;
                            code: string;
                            message: string;
                        }[];
                        /**
                         * @description Number of the notice
                         * @example 4401069900002026112500002N
                         */
                        no: string;
                        /** @description Where its paper is read */
                        notice: string;
                        officerId: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getRejectionHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 告知书编号，26位 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        heldAt: string;
                        heldBy: string;
                        no: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    holdRejection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 告知书编号，26位 */
                no: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 保全理由 */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        heldAt: string;
                        heldBy: string;
                        no: string;
                        reason: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "not_found" | "personal_data_removed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    releaseRejection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 告知书编号，26位 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getRejectionNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            /** @description Not there, or outside the caller’s scope */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "not_found" | "personal_data_removed";
                    };
                };
            };
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "calendar_missing" | "certificate_too_long" | "unprintable_text";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getCaller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roles: ("window_officer" | "liaison_officer" | "station_leader" | "auxiliary" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator" | "security_administrator" | "auditor" | "api_client")[];
                        sessionId: string | null;
                        /** @description 警号或客户端标识 */
                        subject: string;
                        unitCode: string;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query: {
                /** @description 警号或客户端标识 */
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acr: string | null;
                            amr: string[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            lastUsedAt: string;
                            roles: ("window_officer" | "liaison_officer" | "station_leader" | "auxiliary" | "county_supervisor" | "city_supervisor" | "province_supervisor" | "system_administrator" | "security_administrator" | "auditor" | "api_client")[];
                            subject: string;
                            unitCode: string;
                        }[];
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    getStatistics: {
        parameters: {
            query: {
                format: "json" | "csv";
                /** @description 受理日期起，默认30日前 */
                from?: string;
                /** @description 作为受理地，或作为户籍地 */
                side: "accepting" | "home";
                /** @description 受理日期止，默认今日 */
                to?: string;
                /** @description 12位单位代码 */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** @enum {unknown} */
                        side: "accepting" | "home";
                        /** Format: date */
                        to: string;
                        total: {
                            /** @description Of these: on Annex 2 */
                            annex2: number;
                            annex2Share: number | null;
                            /** @description As home station: cases that a station answered within each of its terms; a return is no answer. As accepting station: by the present home station */
                            answeredInTime: number;
                            /** @description Cases of a station that answered late or let a term run out, also where the dossier then went back; where two stations of the unit did, two */
                            answeredLate: number;
                            averageWorkingDays: number | null;
                            /** @description Blue rungs that urged a station of the unit to act; reminders to applicants count for nobody */
                            blueRungs: number;
                            /** @description Cases accepted in the period, each once, however many stations of the unit it came to */
                            cases: number;
                            /** @description Cases with a certificate that holds; a voided one is none, a reissued one no second */
                            certificates: number;
                            /** @description Of these: closed, and not gone to another home station */
                            closed: number;
                            /** @description Filings of Annex 2: as accepting station, sent in time; as home, acknowledged in time */
                            filingsInTime: number;
                            filingsInTimeShare: number | null;
                            /** @description The same, late, or overdue by now */
                            filingsLate: number;
                            inTimeShare: number | null;
                            /** @description Red ones */
                            redRungs: number;
                            /** @description Applicant told to go home: as he wished, or for no answer */
                            referredAtWish: number;
                            /** @description Applicant told to go home: the answer was inconsistent */
                            referredInconsistent: number;
                            /** @description Applicant told to go home: the identity could not be verified */
                            referredNotVerifiable: number;
                            /** @description Applicant told to go home: the answer was partly consistent */
                            referredPartlyConsistent: number;
                            /** @description Replies that these rungs demanded, but for those that nobody owed any more before they were due */
                            repliesDemanded: number;
                            /** @description Of these: given in time */
                            repliesInTime: number;
                            repliesInTimeShare: number | null;
                            /** @description Of these: as accepting station, those that it sent to another home station; as home station, those that left the unit for another */
                            rerouted: number;
                            /** @description Delivered to a home station that has neither signed for it nor sent it back, to the end */
                            unsigned: number;
                            /** @description Yellow ones */
                            yellowRungs: number;
                        };
                        unitCode: string;
                        unitName: string;
                        /** @description The same for each unit one level below. A case that came to two of them stands in both and once in the total */
                        units: {
                            /** @description Of these: on Annex 2 */
                            annex2: number;
                            annex2Share: number | null;
                            /** @description As home station: cases that a station answered within each of its terms; a return is no answer. As accepting station: by the present home station */
                            answeredInTime: number;
                            /** @description Cases of a station that answered late or let a term run out, also where the dossier then went back; where two stations of the unit did, two */
                            answeredLate: number;
                            averageWorkingDays: number | null;
                            /** @description Blue rungs that urged a station of the unit to act; reminders to applicants count for nobody */
                            blueRungs: number;
                            /** @description Cases accepted in the period, each once, however many stations of the unit it came to */
                            cases: number;
                            /** @description Cases with a certificate that holds; a voided one is none, a reissued one no second */
                            certificates: number;
                            /** @description Of these: closed, and not gone to another home station */
                            closed: number;
                            /** @description Filings of Annex 2: as accepting station, sent in time; as home, acknowledged in time */
                            filingsInTime: number;
                            filingsInTimeShare: number | null;
                            /** @description The same, late, or overdue by now */
                            filingsLate: number;
                            inTimeShare: number | null;
                            /** @description Red ones */
                            redRungs: number;
                            /** @description Applicant told to go home: as he wished, or for no answer */
                            referredAtWish: number;
                            /** @description Applicant told to go home: the answer was inconsistent */
                            referredInconsistent: number;
                            /** @description Applicant told to go home: the identity could not be verified */
                            referredNotVerifiable: number;
                            /** @description Applicant told to go home: the answer was partly consistent */
                            referredPartlyConsistent: number;
                            /** @description Replies that these rungs demanded, but for those that nobody owed any more before they were due */
                            repliesDemanded: number;
                            /** @description Of these: given in time */
                            repliesInTime: number;
                            repliesInTimeShare: number | null;
                            /** @description Of these: as accepting station, those that it sent to another home station; as home station, those that left the unit for another */
                            rerouted: number;
                            unitCode: string;
                            unitName: string;
                            /** @description Delivered to a home station that has neither signed for it nor sent it back, to the end */
                            unsigned: number;
                            /** @description Yellow ones */
                            yellowRungs: number;
                        }[];
                    };
                    "text/csv": string;
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    inquireCaseStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 申请件编号
                     * @example 4401069900002026112500001P
                     */
                    caseNo: string;
                    /**
                     * @description 受理回执上的查询码
                     * @example K7QM-3XPD
                     */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        acceptedOn: string;
                        /** Format: date-time */
                        asOf: string;
                        /** @description What he brings along */
                        bring: string[];
                        caseNo: string;
                        closedOn: string | null;
                        due: {
                            dueAt: string | null;
                            /** @description Day by day, then by what notices */
                            explanation: string[];
                            overdue: boolean;
                            provisional: boolean;
                            title: string;
                        } | null;
                        heldBy: {
                            /** @enum {unknown} */
                            holder: "accepting_station" | "home_station" | "applicant" | "system";
                            name: string;
                            /** Format: date-time */
                            since: string;
                        } | null;
                        /** @description What the applicant does next */
                        next: string;
                        /** @description Where he goes or calls */
                        office: {
                            address: string | null;
                            name: string;
                            /** @enum {unknown} */
                            station: "accepting_station" | "home_station";
                            telephone: string | null;
                        };
                        outcome: ("collected" | "referred" | "refused" | "withdrawn" | "uncollected" | "terminated") | null;
                        outcomeTitle: string | null;
                        /** @description How things stand */
                        sentence: string;
                        /** @enum {unknown} */
                        situation: "being_forwarded" | "to_be_completed" | "on_its_way" | "being_verified" | "answered" | "to_be_collected" | "being_reissued" | "collected" | "referred" | "refused" | "withdrawn" | "uncollected" | "terminated";
                        /** @enum {unknown} */
                        status: "accepted" | "in_transit" | "verifying" | "answered" | "issued" | "closed";
                        statusTitle: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            404: components["responses"]["case_status_not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_attempts"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listUnits: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                level?: "province" | "city" | "county" | "station";
                limit: number;
                /** @description 12位单位代码 */
                parent?: string;
                /** @description 名称中的文字 */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address?: string;
                            code: string;
                            /** @enum {unknown} */
                            level: "province" | "city" | "county" | "station";
                            name: string;
                            parentCode: string | null;
                            telephone?: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @description What is sent; none means all */
                            kinds: ("case" | "acceptance" | "due_date" | "certificate_ready" | "referral" | "collection_reminder" | "incident" | "escalation" | "directory" | "calendar" | "digest" | "delivery_failure")[];
                            /** @description Where messages are posted to */
                            url: string;
                        }[];
                    };
                };
            };
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    addWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is sent; none means all */
                    kinds: ("case" | "acceptance" | "due_date" | "certificate_ready" | "referral" | "collection_reminder" | "incident" | "escalation" | "directory" | "calendar" | "digest" | "delivery_failure")[];
                    /** @description Where messages are posted to */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @description What is sent; none means all */
                        kinds: ("case" | "acceptance" | "due_date" | "certificate_ready" | "referral" | "collection_reminder" | "incident" | "escalation" | "directory" | "calendar" | "digest" | "delivery_failure")[];
                        /** @description Signs every message; shown this once, and to a repeat under its Idempotency-Key */
                        secret: string;
                        /** @description Where messages are posted to */
                        url: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    removeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attemptedAt: string | null;
                            attempts: number;
                            givenUpAt: string | null;
                            handedOverAt: string | null;
                            /** Format: uuid */
                            id: string;
                            lastFailure: {
                                code: string;
                                /** @enum {unknown} */
                                kind: "temporary" | "permanent";
                                message: string;
                            } | null;
                            redeliveries: {
                                /** Format: date-time */
                                earlierAt: string;
                                /**
                                 * @description What had become of it until then
                                 * @enum {unknown}
                                 */
                                earlierStatus: "delivered" | "given_up";
                                /** Format: date-time */
                                requestedAt: string;
                                /** @description Number of the administrator */
                                requestedBy: string;
                            }[];
                            slotAt: string | null;
                            /** @enum {unknown} */
                            status: "planned" | "sending" | "delivered" | "given_up";
                            statusTitle: string;
                            /** @description The header webhook-id, the same at every attempt */
                            webhookId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                deliveryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            409: components["responses"]["delivery_underway"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1–255 visible ASCII characters; the same key makes a repeat of the same request harmless */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How long the present secret signs too; 0 when it has become known
                     * @default 24
                     */
                    previousForHours: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        previousSecretUntil: string;
                        secret: string;
                    };
                };
            };
            400: components["responses"]["malformed_request"];
            /** @description No valid access token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "insufficient_user_authentication" | "unauthenticated";
                    };
                };
            };
            /** @description Not for this role or unit */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "account_locked" | "cross_site_request" | "role_not_allowed" | "roles_not_separated" | "unit_not_allowed";
                    };
                };
            };
            404: components["responses"]["not_found"];
            413: components["responses"]["body_too_large"];
            415: components["responses"]["unsupported_media_type"];
            /** @description Everything that is wrong with it, each with a pointer */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code: "idempotency_key_reused" | "validation_failed";
                    };
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["service_unavailable"];
        };
    };
}
