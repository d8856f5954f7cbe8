using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>Terms that say by themselves what a question is about (关键词), before the model guesses.</summary>
internal static partial class Terms
{
    [GeneratedRegex("起付线|起付标准|封顶线|报销比例|(?:医保|农合|合作医疗).{0,8}(?:报多少|报几成|百分之|门槛)|(?:哪个|哪家|哪级|什么)医院.{0,4}报(?:得|的)?(?:多|高|少)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Insurance();

    [GeneratedRegex("^[^?吗没不怎]{1,10}住了?院[了啦勒嘞]?[。.!]?$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex InHospital();

    /// <summary>前几天答应，现在不答应了: what was agreed to is taken back.</summary>
    [GeneratedRegex("不(?:答应|同意|愿意|乐意)(?:你们|他们)?了", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex NoLonger();

    /// <summary>Other matters of a village or a phone.</summary>
    [GeneratedRegex("退耕还林|粮补|宅基地|换届|选举|招工|招聘|助学贷款|违章|驾驶?[证照]|停[水电气]|[水电]费|坟地?|快递|淘宝|网购|发红包|话费|字太小.{0,4}[调改放]|(?:户口[本簿]?|身份证)(?:丢|掉|过期|到期|补办|办理|迁移|登记)|[上落迁销转分报][个]?户口?(?!本)|[办补换领](?:理|一?[个张])?(?:身份证|居住证|老年[证卡]|残疾证|护照|营业执照|准生证|出生证|房产证)|(?:结婚|离婚).{0,2}(?:登记|证|手续)|(?:去|到|上)派出所|(?:上学|入学|转学|开学|入托).{0,2}(?:报名|登记|手续|要)|报名要|(?:办|申请|评|领)低保|(?:房子|房屋|车子?)过户|打疫苗|开会[要得]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OtherMatter();

    [GeneratedRegex("住院|出院|报销|补(?![办交换卡])|互助|入会|退会|病|医|药|手术|开刀|单子|单据|发票|票|志愿者|经办|替|代[办交报]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Ours();

    /// <summary>公示到哪天，要公示多久: of the charter's days.</summary>
    [GeneratedRegex("公示.{0,6}(?:几天|多久|多长|哪天|哪一天|几号|几时|到什么时候|什么时候(?:完|结束|到))|(?:几天|多久|什么时候).{0,2}公示", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Objecting();

    /// <summary>村里没钱了怎么办: what the charter does then. Whoever has no money himself means something else.</summary>
    [GeneratedRegex("(?:村里?|会里|互助会?|池子|基金).{0,6}(?:没钱|没得钱|没有钱|钱不够|钱.{0,3}(?:用|花|发|补)(?:完|光|没)|亏空|亏了)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex OutOfMoney();

    /// <summary>为什么要我退钱, 退多少钱: of money that was paid too much.</summary>
    [GeneratedRegex("为(?:什么|啥|何).{0,8}退.{0,3}[钱款]|[怎咋]么?退.{0,2}[钱款]|退(?:回|给)?.{0,4}(?:多少|几百|几千).{0,2}|[钱款](?:怎么|咋)退|退[钱款].{0,3}退到?哪", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Return();

    /// <summary>不同意怎么办: what can be done against the result, not that something was agreed to and is taken back.</summary>
    [GeneratedRegex("(?:不同意|不服|不认|不满意|觉得.{0,4}(?:不对|少|不公))[^,。]{0,6}(?:怎么办|咋办|怎办|咋个办|怎么弄|咋弄|哪办|点办|找谁|找哪个|去哪)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Against();

    /// <summary>这是啥子, 你是谁; 我又来了.</summary>
    [GeneratedRegex("^我?又?(?:回来|来)(?:了|啦|喽)[。!]?$|^(?:这|这个|这里|你|你们|您)(?:到底)?(?:是|系)?(?:搞|做|干)?(?:谁|哪个|哪位|啥子?|什么|么子|乜|咩)(?:的|人|地方|东西|单位|来的|嘛|啊|呀|哦|勒|嘞)*[?。!]?$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex WhoAreYou();

    /// <summary>我没有手机, 不会拍照, 不要机器: a person is needed. Whose relative has no phone acts for them.</summary>
    [GeneratedRegex("^(?!.*(?:[替代]|帮(?!我))).*(?:没有?(?:智能)?手机|(?:用|是|只有)的?老[年人]机|手机.{0,3}(?:没有?|不能|不会|坏).{0,3}[照拍]|不会(?:拍|照相|打字)|看不见字|[叫派]个?人来?(?:教|帮|弄)|(?:不要|不跟|不想跟)(?:机器|电脑))", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex NeedsHelp();

    [GeneratedRegex("得的是?(?:什么|啥)病[啊呀呢吗?。]*$|会不会死|活(?:得了)?多久|有没?有?救[吗嘛么伐?]|有没有救|还有得救", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Prognosis();

    [GeneratedRegex("^(?!.*(?:户口|结婚|报名|身份证)).*带点?些?(?:什么|啥)(?:东西|材料|资料|单子|来|去)?[?。]?$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Bring();

    /// <summary>Whether somebody asks about giving money back.</summary>
    public static bool GivingBack(string text) => Return().IsMatch(text);

    /// <summary>Whether somebody asks what happens when the village's money does not do.</summary>
    public static bool LowMoney(string text) => OutOfMoney().IsMatch(text);

    /// <summary>孙子八岁住院: said of a relative and nothing asked, it is the beginning of his papers.</summary>
    public static Intent? Find(string text) =>
        Insurance().IsMatch(text) ? Intent.Insurance
        : OutOfMoney().IsMatch(text) ? Intent.Rules
        : Objecting().IsMatch(text) ? Intent.Deadline
        : GivingBack(text) ? Intent.Payment
        : Against().IsMatch(text) ? Intent.Objection
        : WhoAreYou().IsMatch(text) ? Intent.Greet
        : NoLonger().IsMatch(text) ? Intent.WithdrawConsent
        : Prognosis().IsMatch(text) ? Intent.MedicalAdvice
        : OtherMatter().IsMatch(text) && !Ours().IsMatch(text) ? Intent.OutOfScope
        : Bring().IsMatch(text) ? Intent.WhichPapers
        : NeedsHelp().IsMatch(text) && Persons.Relation(text) is null ? Intent.Human
        : Persons.IsActingFor(text) ? Intent.ForOther
        : InHospital().IsMatch(text) && Persons.Relation(text) is not null ? Intent.ForOther
        : null;
}
