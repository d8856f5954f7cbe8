using Shouwang.Functions.Http;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>What the domain refuses, as an answer.</summary>
internal static class Refusals
{
    /// <exception cref="ProblemException">The ledger refused.</exception>
    public static T Tried<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (LedgerRefusedException refused)
        {
            throw new ProblemException(new Problem(StatusCodes.Status409Conflict, refused.Code, refused.Detail));
        }
    }
}
