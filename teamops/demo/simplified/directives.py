"""Head office's directives in the demo, in Simplified Chinese."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Directive
from teamops.models.directives import DirectiveKind

NOTICE, PRODUCT, TASK = DirectiveKind.NOTICE, DirectiveKind.PRODUCT, DirectiveKind.TASK

DIRECTIVES: Final = (
    Directive(
        TASK,
        "{day}起执行佣金下限",
        "未经营业部同意，任何账户不得低于万分之二。客户问起，讲清楚对应的服务。例外名单报负责人。",
        "总部零售业务部",
        12,
        "上报{amount}万元以上的佣金例外名单",
    ),
    Directive(
        PRODUCT,
        "{product}新条款要点",
        "适合一年内不用的资金。风险等级R3，费率{pct}%。不得承诺收益。",
        "总部产品部",
        9,
    ),
    Directive(
        NOTICE,
        "{day}起适当性谈话全程录音",
        "录音从提到产品之前开始，到客户复述风险之后结束。没有录音的单子一律不受理。",
        "总部合规部",
    ),
    Directive(
        NOTICE,
        "谨防冒充营业部的来电",
        "有人冒充我们向客户索要验证码。我们从不索要验证码。发现一例，一小时内上报。",
        "总部风控部",
        14,
    ),
    Directive(
        TASK,
        "核对客户电话号码",
        "每位客户经理每天核对{n}个号码，{day}前完成，有变更就登记。空号做标记，不删除。",
        "总部运营部",
        10,
        "核对{outlet}{n}位客户的电话号码",
    ),
    Directive(
        PRODUCT,
        "定投费率优惠{pct}%",
        "{day}前新开的计划适用。满{n}个月后优惠继续。老计划条款不变。",
        "总部产品部",
        8,
    ),
    Directive(
        NOTICE, "网点着装要求", "工牌外露，柜台穿制服，不得带同业标识。网点要求更严的从其规定。", "营业部"
    ),
    Directive(
        TASK,
        "投资者教育周{day}开始",
        "每组在网点办一场讲座，听众不少于{n}人。照片和问题清单交营业部。",
        "总部零售业务部",
        9,
        "与{outlet}商定投教讲座的时间地点",
    ),
    Directive(
        NOTICE, "交易系统{day}维护", "九点起恢复委托。夜间咨询的客户请转服务热线。", "总部信息技术部", 4
    ),
    Directive(
        PRODUCT,
        "{product}在全部网点上架",
        "期限{n}个月，每月开放赎回。两页问答在共享文件夹。先签风险揭示书。",
        "总部产品部",
        11,
    ),
    Directive(
        TASK,
        "沉睡账户第二轮唤醒",
        "{n}个月未交易的客户再联系一次，逐户注明原因。同一客户不打第三次。",
        "总部零售业务部",
        10,
        "分配{outlet}的沉睡账户并注明原因",
    ),
    Directive(NOTICE, "客户礼品以二百元为限", "不得给现金，不得与交易挂钩。送出当天登记。", "总部合规部"),
    Directive(
        NOTICE,
        "{day}前到期的身份证件",
        "过期次日系统限制委托。请提前提醒客户，手机拍照上传即可。",
        "总部运营部",
        7,
    ),
    Directive(
        PRODUCT,
        "新股一键申购服务",
        "客户同意一次，以后每次自动申购。用客户自己的手机演示，不用我们的。",
        "总部产品部",
        12,
    ),
    Directive(
        TASK,
        "网点设备季度盘点",
        "投影仪、平板、展架，点数量、看成色、核位置。有出入的{day}前说明。",
        "营业部",
        8,
        "盘点{outlet}的设备并说明差异",
    ),
    Directive(
        NOTICE, "禁用语清单", "保本、稳赚、零风险、最后机会。面谈、群聊、白板上都不能出现。", "总部合规部"
    ),
    Directive(
        NOTICE, "投诉{n}小时内答复", "第一次答复讲明谁负责、何时有结果。第二次答复讲结果。", "总部客服部", 13
    ),
    Directive(
        PRODUCT,
        "个人养老金年末额度",
        "当年额度十二月三十一日作废。附表列出三档收入的节税金额。只作解释，不替客户算账。",
        "总部零售业务部",
        15,
    ),
    Directive(
        TASK,
        "{day}前网点神秘客户检查",
        "查问候、查先问后荐、查风险揭示书。结果按组通报，成绩好的上台分享。",
        "总部客服部",
        10,
        "在{outlet}演练问候和开场三问",
    ),
    Directive(NOTICE, "节假日值班表", "各网点{day}前报一名值班人和一名替补。值班表贴在门口。", "营业部", 6),
    Directive(NOTICE, "客户微信群管理", "只许保留有负责人在内的群。不荐个股，不发账户截图。", "总部合规部"),
    Directive(
        PRODUCT,
        "短债基金{day}重新开放",
        "每户上限{amount}万元。{time}前赎回，次日到账。风险等级R2。",
        "总部产品部",
        7,
    ),
    Directive(
        TASK,
        "秋季展会报名",
        "每组两人驻台，{time}到岗。只发现行版折页。",
        "营业部",
        7,
        "各组报两名展会驻台人员",
    ),
    Directive(NOTICE, "首次拜访企业须两人同行", "其中一人入职满一年。出访单写明两人姓名。", "总部风控部", 14),
)
