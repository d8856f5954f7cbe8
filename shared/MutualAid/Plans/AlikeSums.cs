using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>A disease whose sum the village set, and kinds of the same everyday disease that get another sum (名字相近、数不一样).</summary>
/// <param name="Others">Those the village set no sum for, the most frequent first.</param>
public sealed record AlikeSum(DiseaseEntry Disease, Fen Sum, ImmutableArray<(DiseaseEntry Disease, Fen Sum)> Others);

/// <summary>Finds sums that a village may have meant for more than the catalogue gives them to: whoever sets 肺炎 sets “肺炎，病原未写明”, and somebody with 社区获得性肺炎 would get the rung instead.</summary>
public static class AlikeSums
{
    const int MostOthers = 6;
    const int MostSentences = 8;
    const int MostNames = 2;

    /// <param name="set">Entries whose sum the village set itself.</param>
    /// <param name="sums">Fixed sum by catalogue entry code, over the whole catalogue.</param>
    public static ImmutableArray<AlikeSum> Of(IEnumerable<string> set, IReadOnlyDictionary<string, Fen> sums)
    {
        var own = set.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. DiseaseCatalogue.Default.Entries
                .Where(entry => own.Contains(entry.Code))
                .Select(entry => new AlikeSum(entry, sums[entry.Code],
                [
                    .. CloseKinds.Default.Of(entry)
                        .Where(other => !own.Contains(other.Code) && sums[other.Code] != sums[entry.Code])
                        .OrderByDescending(Statistics.Default.Weight)
                        .Select(other => (other, sums[other.Code])),
                ]))
                .Where(alike => alike.Others.Length > 0),
        ];
    }

    /// <summary>What a village should know of one, before it decides.</summary>
    public static string Words(AlikeSum alike)
    {
        ArgumentNullException.ThrowIfNull(alike);
        var others = string.Join('、', alike.Others.Take(MostOthers).Select(other => $"{Named(other.Disease)} {other.Sum.ToGroupedString()} 元"));
        return $"“{alike.Disease.Name}”单独定了 {alike.Sum.ToGroupedString()} 元，名字相近的病没有跟着定：{others}{(alike.Others.Length > MostOthers ? $"等 {alike.Others.Length} 种" : "")}。出院小结上写哪个名字，就按哪个补。要补一样的数，请一起添上。";
    }

    /// <summary>For paper: the first of them, and how many there are besides.</summary>
    public static IEnumerable<string> Words(IReadOnlyCollection<AlikeSum> alike) =>
        alike.Take(MostSentences).Select(Words).Concat(alike.Count > MostSentences ? [$"另有 {alike.Count - MostSentences} 种单独定的病也是这样，村务台的方案里一条条列着。"] : Array.Empty<string>());

    /// <summary>With the names that stand on discharge papers: 细菌性肺炎（也叫支原体肺炎、社区获得性肺炎）.</summary>
    static string Named(DiseaseEntry entry) =>
        entry.Aliases.Where(name => name.Length <= 10).Reverse().Take(MostNames).ToList() is { Count: > 0 } names ? $"{entry.Name}（也叫{string.Join('、', names)}）" : entry.Name;
}
