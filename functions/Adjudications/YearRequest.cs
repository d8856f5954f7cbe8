using System.Collections.Immutable;
using Shouwang.Functions.Http;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>Several stays of one person to be settled together (全年结算请求).</summary>
internal sealed record YearRequest(Insured Who, ImmutableArray<AdjudicationRequest> Stays)
{
    private const int Most = 100;

    public static YearRequest Read(JsonInput input, PolicyLibrary library)
    {
        var who = Insured.Read(input, library);
        var stays = ImmutableArray.CreateBuilder<AdjudicationRequest>();
        foreach (var stay in input.Objects("stays"))
        {
            if (stays.Count == Most)
                throw input.Fault("stays", "too-many", $"太多了，一次最多 {Most} 次住院");
            stays.Add(AdjudicationRequest.Read(stay, who, library));
        }
        return stays.Count == 0
            ? throw input.Fault("stays", "missing", "没有填，请补上这一年的各次住院，至少一次")
            : new YearRequest(who, stays.ToImmutable());
    }
}
