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
    [GeneratedRegex("退耕还林|粮补|宅基地|换届|选举|招工|招聘|助学贷款|违章|驾驶?[证照]|停[水电气]|[水电]费|坟地?|快递|淘宝|网购|发红包|话费|字太小.{0,4}[调改放]|(?:户口[本簿]|身份证)(?:丢|掉|过期|到期)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OtherMatter();

    [GeneratedRegex("住院|出院|报销|补助|互助|病|医|药|手术|开刀|单子|单据|发票|票|志愿者|经办|替|代[办交报]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Ours();

    /// <summary>孙子八岁住院: said of a relative and nothing asked, it is the beginning of his papers.</summary>
    public static Intent? Find(string text) =>
        Insurance().IsMatch(text) ? Intent.Insurance
        : NoLonger().IsMatch(text) ? Intent.WithdrawConsent
        : OtherMatter().IsMatch(text) && !Ours().IsMatch(text) ? Intent.OutOfScope
        : InHospital().IsMatch(text) && Persons.Relation(text) is not null ? Intent.ForOther
        : null;
}
