namespace Shouwang.Bot;

/// <summary>What the bot asks the shell to do (要办的事). Each is idempotent.</summary>
public abstract record Effect;

/// <summary>Take this picture into the folder and have it read.</summary>
public sealed record SubmitPaper(string Hash, int Folder) : Effect;

/// <summary>Forget a paper of the open folder that turned out to be somebody else's or the wrong one.</summary>
public sealed record WithdrawPaper(string Hash, int Folder) : Effect;

/// <summary>The person says that the folder's papers belong together although they disagree: go on, and let the officer look.</summary>
public sealed record KeepPapers(int Folder) : Effect;

/// <summary>The person wants a human: tell the village officer.</summary>
public sealed record CallOfficer(string Reason) : Effect;

/// <summary>The person asks for everything of this conversation to be deleted.</summary>
public sealed record DeleteEverything : Effect;

/// <summary>Find what the village plan gives for an illness; answered by <see cref="DiseaseLookedUp"/>, in the same turn where <see cref="Knowledge.LookUp"/> is there.</summary>
public sealed record LookUpDisease(string Text) : Effect;

/// <summary>The officer moves a claim on; the shell checks once more that the person is the officer.</summary>
/// <param name="To">approved, returned, published or paid.</param>
/// <param name="Reason">Why it is returned, for the villager.</param>
public sealed record MoveClaim(string Claim, string To, string? Reason) : Effect;
