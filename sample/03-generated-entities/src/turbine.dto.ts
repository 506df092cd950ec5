import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { CasePriority, TurbineStatus } from './salesforce/index.js';

/** Lists of generated values are there at run time too, for validation and for forms. */
export class FindTurbinesQuery {
  @IsOptional()
  @IsIn(TurbineStatus.map(({ value }) => value))
  status?: TurbineStatus;
}

export class OpenCaseDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  subject!: string;

  @IsOptional()
  @IsIn(CasePriority)
  priority?: CasePriority;
}
