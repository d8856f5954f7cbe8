namespace Shouwang.Shared.Bills.Labels;

/// <summary>The words that labels are made of (标签用词): who pays, what is done, of what, when.</summary>
/// <remarks>A word made of these and nothing else is a label as it stands: 生育保险支付 is no misread 大病保险支付, and 统筹段个人自付 is not the 个人自付 it ends in.</remarks>
static class LabelWords
{
    private const int Longest = 24;

    private static readonly HashSet<string> Pieces =
    [
        .. ("个人 本人 患者 病人 参保人 参合人 农民 城乡 城镇 居民 职工 单位 企业 政府 财政 民政 军队 残联 计生 医院 医疗机构 机构 家庭 家庭成员 他人 亲属 授权 公务员 离休 退休 残军 优抚 军人 残疾军人 伤残 扶贫 精准 商业 商保 惠民保 慈善 "
            + "基本 医疗 医药 医保 社保 保险 医保卡 社保卡 统筹 基金 资金 大病 大额 高额 重大疾病 重特大疾病 疾病 救助 互助 补充 补助 补贴 生育 工伤 二乙 账户 帐户 个账 现金 共济 一站式 特惠保 兜底 倾斜 附加 异地 转外 门诊 住院 床位 床位费 药品 药品费 材料 材料费 耗材 诊疗 检查 手术 护理 "
            + "支付 支出 差额 总和 挂钩 叠加 健康扶贫 残联 兜底保障 记账 三重保障 四重保障 拒付 拨付 拨款 核拨 实拨 预拨 应拨 拨 催缴 催款 违规 扣款 清算 扣付 代付 代扣 返还 找零 报销 补偿 赔付 理赔 结付 记账 记帐 付款 付费 缴费 交费 缴款 交款 收费 收款 减免 优惠 垫付 垫支 负担 承担 分担 自付 自费 自负 自理 自缴 先付 先行 首自付 首先 首负 增负 增付 结算 结转 起付 预交 预交金 预交款 预缴 预缴金 预收 预付 预存 押金 冲 冲抵 退款 退费 补缴 补交 欠款 欠费 欠缴 扣 扣除 扣减 剔除 "
            + "纳入 列入 进入 符合 列支 可报 可报销 可补偿 不可 不予 不符合 非 未 应 实 应付 应收 应缴 应交 应退 应补 应报 实付 实收 实报 实补 实缴 已交 已缴 待缴 核定 审核 申请 申报 允许 有效 "
            + "费用 费 金额 金 额 款 合计 总额 总计 总 总费用 小计 部分 标准 线 限额 限价 封顶 封顶线 最高 比例 范围 范围内 范围外 政策 目录 目录内 目录外 内 外 以上 以下 前 后 段 甲类 乙类 丙类 当年 历年 往年 本年 上年 年度 累计 余额 本次 本期 当日 其中 其他 其它 各项 完全 合规 超限 超限额 超限价 超标 超标准 超支 超 可 及 和 与 的 按 "
            + "姓名 身份证 身份证号 身份证号码 证件 电话 号 号码 编号 流水 流水号 序号 母亲 父亲 联系人 监护人 新生儿 婴儿 户主 配偶 家长 家属 投保人 受益人 申请人 报案人 开户人 陪护人 代办人 代理人 经办人 领款人 委托人 受托人 日期 时间 离院 入科 出科 入区 出区 转科 转诊 转往 转入 转出 开单 执行 科室 科别 病区 诊断 术后 术前 死亡 超声 鉴别 原 票据 就诊 财产").Split(' '),
    ];

    private static readonly int LongestPiece = Pieces.Max(p => p.Length);

    /// <summary>Whether nothing but such words make up the text.</summary>
    public static bool MakeUp(string text)
    {
        if (text.Length is < 2 or > Longest)
            return false;
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var at = 0; at < text.Length; at++)
        {
            for (var length = 1; reached[at] && length <= LongestPiece && at + length <= text.Length; length++)
                reached[at + length] |= Pieces.Contains(text.Substring(at, length));
        }
        return reached[^1];
    }
}
