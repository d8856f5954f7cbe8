namespace Shouwang.Bot.Understanding;

/// <summary>Illnesses and treatments as people call them (病名), for the intent model: which one it is says nothing about what is wanted.</summary>
internal static class Illnesses
{
    /// <summary>Longest first where one holds another.</summary>
    private static readonly string[] Names =
    [
        "急性阑尾炎", "阑尾炎", "盲肠炎", "支气管炎", "肺结核", "肺炎", "肺癌", "慢阻肺", "哮喘", "糖尿病", "高血压", "低血压", "脑梗死", "脑梗塞", "脑梗", "脑溢血", "脑出血", "中风", "偏瘫", "脑瘤",
        "心肌梗死", "心肌梗塞", "心梗", "冠心病", "心脏病", "心衰", "房颤", "心脏支架", "支架", "搭桥", "起搏器", "胆结石", "胆囊炎", "肾结石", "尿结石", "结石", "胰腺炎", "肝硬化", "乙肝", "肝炎", "肝癌",
        "胃出血", "胃溃疡", "胃炎", "胃癌", "肠梗阻", "肠癌", "食道癌", "乳腺癌", "宫颈癌", "甲状腺癌", "白血病", "淋巴瘤", "癌症", "肿瘤", "恶性肿瘤", "囊肿", "息肉", "结节", "子宫肌瘤", "前列腺",
        "白内障", "青光眼", "骨折", "股骨头坏死", "股骨头", "腰椎间盘突出", "椎间盘", "腰突", "颈椎病", "关节炎", "换关节", "换膝盖", "类风湿", "痛风", "摔断腿", "摔断手", "烧伤", "烫伤", "疝气", "小肠气", "痔疮", "静脉曲张",
        "尿毒症", "肾衰", "透析", "肾炎", "老年痴呆", "痴呆", "帕金森", "癫痫", "羊癫疯", "抑郁症", "精神病", "带状疱疹", "甲亢", "贫血", "红斑狼疮", "化疗", "放疗", "剖腹产", "剖宫产", "顺产", "难产", "宫外孕",
    ];

    /// <summary>The text with every illness replaced by 某病.</summary>
    public static string Mask(string text)
    {
        foreach (var name in Names)
            text = text.Replace(name, "某病", StringComparison.Ordinal);
        return text;
    }
}
