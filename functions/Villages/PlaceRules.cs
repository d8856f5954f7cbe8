using Shouwang.Functions.Http;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Villages;

/// <summary>Whether there are rules on file for the place a village lies in (当地政策有没有收录). Without them no claim of the village can be worked out, whatever its plan says.</summary>
internal static class PlaceRules
{
    /// <summary>Why there are none on that day and what to do, in Chinese; null where there are.</summary>
    public static string? Missing(string place, DateOnly day)
    {
        try
        {
            PolicyLibrary.Shipped.Resolve(place, day);
            return null;
        }
        catch (NoPolicyException none)
        {
            return $"{none.Message}没有收录以前，这个村的补助申请一笔也算不出来。怎么收录，见系统说明里的“添加一个县”（docs/add-a-county.md）。";
        }
    }

    /// <summary>Whoever sets up a village where no claim can be worked out has to say that this is meant: a code cannot be changed afterwards, nor a village deleted.</summary>
    /// <exception cref="ProblemException">There are none, and the body does not say <c>withoutRules</c>.</exception>
    public static void Check(Village? before, VillageCard card, JsonInput body, DateOnly today)
    {
        if (before is null && body.OptionalFlag("withoutRules") is not true && Missing(card.Place, today) is { } missing)
            throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "place-without-rules", $"{missing}代码没有写错的，也可以先建村，政策以后再收录。", "withoutRules"));
    }
}
