using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>Terms that say by themselves what a question is about (关键词), before the model guesses.</summary>
internal static partial class Terms
{
    [GeneratedRegex("起付线|起付标准|封顶线|报销比例|(?:医保|农合|合作医疗).{0,8}(?:报多少|报几成|百分之|门槛)|(?:哪个|哪家|哪级|什么)医院.{0,4}报(?:得|的)?(?:多|高|少)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Insurance();

    [GeneratedRegex("^[^?吗没不怎]{1,10}住了?院[了啦勒嘞]?[。.!]?$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex InHospital();

    /// <summary>孙子八岁住院: said of a relative and nothing asked, it is the beginning of his papers.</summary>
    public static Intent? Find(string text) =>
        Insurance().IsMatch(text) ? Intent.Insurance
        : InHospital().IsMatch(text) && Persons.Relation(text) is not null ? Intent.ForOther
        : null;
}
