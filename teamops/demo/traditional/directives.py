"""Head office's directives in the demo, in Traditional Chinese."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Directive
from teamops.models.directives import DirectiveKind

NOTICE, PRODUCT, TASK = DirectiveKind.NOTICE, DirectiveKind.PRODUCT, DirectiveKind.TASK

DIRECTIVES: Final = (
    Directive(
        TASK,
        "{day}起設佣金下限",
        "未得營業部同意，任何帳戶不得低於萬分之二。客戶查詢，說明所得服務。例外名單交負責人。",
        "總部零售業務部",
        12,
        "呈交{amount}萬元以上的佣金例外名單",
    ),
    Directive(
        PRODUCT,
        "{product}新條款撮要",
        "適合一年內不動用的資金。風險級別R3，收費{pct}%。不得承諾回報。",
        "總部產品部",
        9,
    ),
    Directive(
        NOTICE,
        "{day}起適合性面談須錄音",
        "錄音由提及產品之前開始，至客戶覆述風險為止。沒有錄音的指示一概不受理。",
        "總部合規部",
    ),
    Directive(
        NOTICE,
        "慎防冒充營業部來電",
        "有人冒充我們向客戶索取驗證碼。我們從不索取驗證碼。接獲個案，一小時內上報。",
        "總部風險管理部",
        14,
    ),
    Directive(
        TASK,
        "核對客戶電話",
        "客戶經理每日核對{n}個號碼，{day}前完成，有更改即登記。空號加註，不得刪除。",
        "總部營運部",
        10,
        "核對{outlet}{n}位客戶的電話",
    ),
    Directive(
        PRODUCT,
        "供款計劃減收{pct}%",
        "{day}前新開的計劃適用。供滿{n}個月後繼續享有。舊計劃條款不變。",
        "總部產品部",
        8,
    ),
    Directive(NOTICE, "網點儀容", "職員證外露，櫃位穿制服，不得佩戴同業標誌。網點另有規定者從嚴。", "營業部"),
    Directive(
        TASK,
        "投資者教育週{day}展開",
        "每組在網點辦一場講座，聽眾最少{n}人。相片及問題清單交營業部。",
        "總部零售業務部",
        9,
        "與{outlet}商定教育講座的時間地點",
    ),
    Directive(NOTICE, "交易系統{day}維修", "九時起恢復落盤。夜間查詢請轉熱線。", "總部資訊科技部", 4),
    Directive(
        PRODUCT,
        "{product}於全線網點發售",
        "年期{n}個月，逐月可贖回。兩頁問答在共用資料夾。先簽風險聲明。",
        "總部產品部",
        11,
    ),
    Directive(
        TASK,
        "不動戶第二輪聯絡",
        "{n}個月沒有交易的客戶再致電一次，逐戶註明原因。同一客戶不打第三次。",
        "總部零售業務部",
        10,
        "分派{outlet}的不動戶並註明原因",
    ),
    Directive(NOTICE, "客戶禮品上限二百元", "不得送現金，不得與交易掛鈎。送出當日登記。", "總部合規部"),
    Directive(
        NOTICE,
        "{day}前到期的身分證明文件",
        "過期翌日系統限制落盤。請及早提醒客戶，用程式拍照上載即可。",
        "總部營運部",
        7,
    ),
    Directive(
        PRODUCT,
        "新股一鍵認購服務",
        "客戶同意一次，日後自動認購。以客戶自己的手機示範，不用我們的。",
        "總部產品部",
        12,
    ),
    Directive(
        TASK,
        "網點器材季度盤點",
        "投影機、平板電腦、展架，點數目、看狀況、核位置。不符之處{day}前解釋。",
        "營業部",
        8,
        "盤點{outlet}的器材並解釋差異",
    ),
    Directive(
        NOTICE, "禁用字眼", "保本、必賺、零風險、最後機會。面談、群組、白板一律不得出現。", "總部合規部"
    ),
    Directive(
        NOTICE,
        "投訴{n}小時內回覆",
        "首次回覆講明由誰負責、何時有結果。第二次回覆講結果。",
        "總部客戶服務部",
        13,
    ),
    Directive(
        PRODUCT,
        "退休供款年終額度",
        "當年額度十二月三十一日失效。附表列出三個入息級別可省的稅款。只作解釋，不代客戶計數。",
        "總部零售業務部",
        15,
    ),
    Directive(
        TASK,
        "{day}前神秘顧客巡訪網點",
        "看招呼、看先問後薦、看風險聲明。結果按組公布，表現好的上台分享。",
        "總部客戶服務部",
        10,
        "在{outlet}演練招呼及開首三問",
    ),
    Directive(NOTICE, "假期當值表", "各網點{day}前報一名當值人及一名替補。當值表貼在門口。", "營業部", 6),
    Directive(NOTICE, "客戶通訊群組", "只准保留有負責人在內的群組。不推介個股，不發帳戶截圖。", "總部合規部"),
    Directive(
        PRODUCT,
        "短債基金{day}重開認購",
        "每戶上限{amount}萬元。{time}前贖回，翌日到帳。風險級別R2。",
        "總部產品部",
        7,
    ),
    Directive(
        TASK,
        "秋季展覽人手",
        "每組兩人駐檔，{time}到位。只派現行版單張。",
        "營業部",
        7,
        "各組報兩名展覽駐檔人手",
    ),
    Directive(
        NOTICE, "初訪公司須兩人同行", "其中一人須入職滿一年。出訪單寫明兩人姓名。", "總部風險管理部", 14
    ),
)
